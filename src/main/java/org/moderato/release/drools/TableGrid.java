package org.moderato.release.drools;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/** The cells of a sheet with rule tables, to find the one that an error is about. */
final class TableGrid {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");

  /** Drools' own words, and those that stand for a value. */
  private static final Set<String> COMMON = Set.of("$param", "param", "String", "type", "method");

  private final TreeMap<Integer, TreeMap<Integer, String>> rows = new TreeMap<>();

  /** Takes a cell; rows and columns count from 0. */
  void put(int row, int column, String text) {
    if (!text.isBlank()) {
      rows.computeIfAbsent(row, number -> new TreeMap<>()).put(column, text.strip());
    }
  }

  /** A cell's text; empty if it is blank. */
  String text(CellReference cell) {
    return rows.getOrDefault(cell.getRow(), new TreeMap<>()).getOrDefault((int) cell.getCol(), "");
  }

  /** The rows among these that have a value in a column. */
  List<Integer> filled(List<Integer> among, int column) {
    return among.stream().filter(row -> !text(new CellReference(row, column)).isEmpty()).toList();
  }

  /**
   * The column of a table that an error speaks of: the one that has most of its names, in its
   * object, its code or the value of a row.
   *
   * @param table the cell RuleTable; types, objects and code stand in the rows below it
   * @return null if it speaks of none
   */
  @Nullable Integer columnOf(CellReference table, int row, String message) {
    Set<String> said = names(message);
    long best = 0;
    @Nullable Integer column = null;
    for (int candidate : rows.getOrDefault(table.getRow() + 1, new TreeMap<>()).keySet()) {
      long common = common(said, object(table, candidate), code(table, candidate));
      common += common(said, new CellReference(row, candidate));
      if (common > best) {
        best = common;
        column = candidate;
      }
    }
    return column == null ? unevenQuotes(row, table.getCol()) : column;
  }

  /** Text that is not closed spoils all that follows: the error speaks of anything. */
  private @Nullable Integer unevenQuotes(int row, int from) {
    return cells(row, from).stream()
        .filter(cell -> text(cell).chars().filter(c -> c == '"').count() % 2 == 1)
        .map(cell -> (int) cell.getCol())
        .findFirst()
        .orElse(null);
  }

  /** Of a column's object and code the one that an error speaks of. */
  CellReference codeOf(CellReference table, int column, String message) {
    Set<String> said = names(message);
    CellReference object = object(table, column);
    CellReference code = code(table, column);
    return common(said, object) > common(said, code) ? object : code;
  }

  private static CellReference object(CellReference table, int column) {
    return new CellReference(table.getRow() + 2, column);
  }

  private static CellReference code(CellReference table, int column) {
    return new CellReference(table.getRow() + 3, column);
  }

  private long common(Set<String> said, CellReference... cells) {
    return Stream.of(cells)
        .flatMap(cell -> names(text(cell)).stream())
        .filter(said::contains)
        .count();
  }

  /** The first cell that has most names of an error; null if it speaks of none. */
  @Nullable String cellOf(String message) {
    Set<String> said = names(message);
    long best = 0;
    @Nullable String found = null;
    for (CellReference cell : cells()) {
      long common = common(said, cell);
      if (common > best) {
        best = common;
        found = cell.formatAsString(false);
      }
    }
    return found;
  }

  /** All cells that are not blank, row by row. */
  List<CellReference> cells() {
    return rows.entrySet().stream()
        .flatMap(
            row ->
                row.getValue().keySet().stream().map(col -> new CellReference(row.getKey(), col)))
        .toList();
  }

  /** The cells of a row from a column on that are not blank. */
  List<CellReference> cells(int row, int from) {
    return rows.getOrDefault(row, new TreeMap<>()).tailMap(from).keySet().stream()
        .map(column -> new CellReference(row, column))
        .toList();
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map(result -> result.group())
        .filter(name -> !COMMON.contains(name))
        .collect(Collectors.toSet());
  }

  /** The cell that a text names as {@code in cell C14}; null if it names none. */
  static @Nullable String named(String text) {
    Matcher cell = Pattern.compile("in cells? \\[?\\(?([A-Z]+\\d+)").matcher(text);
    return cell.find() ? cell.group(1) : null;
  }
}
