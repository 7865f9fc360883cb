package org.moderato.release.workbook;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds words in a native decision table that are in no vocabulary: such a rule never holds. */
final class RuleWordLint {

  /** Code that compares a field with the value of a cell: {@code channel == "$param"}. */
  private static final Pattern COMPARISON =
      Pattern.compile("(\\w+)(?:\\s*[!=]=(?:\\s*\"?\\$param\"?)?)?");

  /** Code that compares a field with each word of a cell. */
  private static final List<Pattern> LISTS =
      List.of(
          Pattern.compile("(\\w+)\\s+(?:not\\s+)?in\\s*\\(\\s*\"?\\$param\"?\\s*\\)"),
          Pattern.compile("forall\\(.*?\\)\\s*\\{\\s*(\\w+)\\s*[!=]=\\s*\"?\\$\"?\\s*}"));

  private static final Pattern PREFERENCE =
      Pattern.compile("verdict\\.prefer\\(\\s*\"\\$param\"\\s*\\)\\s*;?");

  /** Anything else is code. */
  private static final Pattern WORD =
      Pattern.compile("(?:[!=]=\\s*)?(\"?)([\\p{L}\\p{N}_. -]+)\\1");

  private final RuleTable table;
  private final Words words;
  private final Problems problems;

  RuleWordLint(RuleTable table, Words words, Problems problems) {
    this.table = table;
    this.words = words;
    this.problems = problems;
  }

  void check() {
    for (int column : table.columns(RuleColumn.CONDITION)) {
      String code = table.code(column);
      Matcher comparison = COMPARISON.matcher(code);
      if (comparison.matches()) {
        cells(column).forEach(cell -> checkExactly(cell, comparison.group(1), cell.text()));
      }
      LISTS.stream()
          .map(list -> list.matcher(code))
          .filter(Matcher::matches)
          .forEach(list -> checkLists(column, list.group(1)));
    }
    for (int column : table.columns(RuleColumn.ACTION)) {
      if (PREFERENCE.matcher(table.code(column)).matches()) {
        checkLists(column, "channel");
      }
    }
  }

  /** Cells with values of their own; of merged ones the first. */
  private Stream<GridCell> cells(int column) {
    return table
        .rules()
        .mapToObj(row -> table.sheet().cell(row, column))
        .filter(cell -> !cell.isBlank());
  }

  private void checkLists(int column, String vocabulary) {
    cells(column)
        .forEach(
            cell -> Stream.of(cell.text().split(",")).forEach(w -> check(cell, vocabulary, w)));
  }

  private void check(GridCell cell, String vocabulary, String text) {
    report(cell, text, word -> words.check(vocabulary, word));
  }

  /** Rule code tells capital letters apart. */
  private void checkExactly(GridCell cell, String vocabulary, String text) {
    report(cell, text, word -> words.check(vocabulary, word).or(() -> capitals(vocabulary, word)));
  }

  private Optional<Words.Unknown> capitals(String vocabulary, String word) {
    return words
        .written(vocabulary, word)
        .filter(known -> !known.equals(word))
        .map(
            known ->
                new Words.Unknown(
                    "\"" + word + "\" is written " + known + " in the vocabulary",
                    "Write " + known + ": a rule table tells capital letters apart"));
  }

  private void report(GridCell cell, String text, Function<String, Optional<Words.Unknown>> check) {
    Matcher word = WORD.matcher(text.strip());
    if (word.matches()) {
      check
          .apply(word.group(2))
          .ifPresent(
              u -> problems.error("MOD-RUL-015", table.sheet(), cell, u.message(), u.hint()));
    }
  }
}
