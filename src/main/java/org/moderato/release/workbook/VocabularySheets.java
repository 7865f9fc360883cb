package org.moderato.release.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.TableType;
import org.moderato.words.Suggestions;

/** Reads the sheets {@code Vocabularies}: each column holds the words of one vocabulary. */
final class VocabularySheets {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_. -]{1,64}");
  private static final Pattern TAKEN = Pattern.compile("(?i)any|not( .*)?");

  /** What facts have beside attributes. */
  private static final List<String> OTHER_NAMES =
      List.of("situation", "response", "outcome", "intent");

  private final Words words;
  private final Problems problems;
  private final SortedMap<String, Header> headers = new TreeMap<>();

  private record Header(SheetGrid sheet, GridCell cell) {}

  VocabularySheets(Words words, Problems problems) {
    this.words = words;
    this.problems = problems;
  }

  void read(SheetGrid sheet) {
    SheetChecks.merged(sheet, problems);
    SheetChecks.values(sheet, problems);
    SheetChecks.hidden(sheet, "MOD-TAB-018", problems);
    for (SortedMap<Integer, GridCell> row : sheet.rows()) {
      for (GridCell cell : row.values()) {
        if (cell.row() == 0) {
          headers.putIfAbsent(Names.key(cell.text()), new Header(sheet, cell));
        } else if (cell.kind() != GridCell.Kind.FORMULA && cell.kind() != GridCell.Kind.ERROR) {
          read(sheet, sheet.cell(0, cell.column()), cell);
        }
      }
    }
  }

  private void read(SheetGrid sheet, GridCell header, GridCell cell) {
    String word = cell.text();
    String name = "\"" + word + "\"";
    if (header.isBlank()) {
      String message = "The word " + name + " stands in a column without name";
      problems.error("MOD-VOC-002", sheet, cell, message, "Say in row 1 what the words are for");
    } else if (cell.kind() == GridCell.Kind.DATE || !WORD.matcher(word).matches()) {
      String message = name + " cannot be a word of a vocabulary";
      String hint = "Use letters, digits, blanks and - _ . only, at most 64 of them";
      problems.error("MOD-VOC-001", sheet, cell, message, hint);
    } else if (TAKEN.matcher(word).matches()) {
      String message = name + " cannot be a word: it has a meaning of its own in cells";
      problems.error("MOD-VOC-001", sheet, cell, message, "Choose another word");
    } else {
      words.add(header.text(), word);
    }
  }

  /** Warns of vocabularies that nothing is checked against, most likely misspelt. */
  void checkNames(Map<String, Attribute> attributes, List<TableType> types) {
    SortedMap<String, String> known = new TreeMap<>();
    OTHER_NAMES.forEach(name -> known.put(name, name));
    attributes.forEach((key, attribute) -> known.put(key, attribute.name()));
    for (TableType type : types) {
      type.fields().stream()
          .flatMap(field -> Optional.ofNullable(field.vocabulary()).stream())
          .forEach(name -> known.putIfAbsent(Names.key(name), name));
    }
    Set<String> keys = known.keySet();
    headers.forEach(
        (key, header) -> {
          if (!keys.contains(key)) {
            String message =
                "No column is checked against the words of \"" + header.cell().text() + "\"";
            String hint = Suggestions.hint(header.cell().text(), known.values());
            String cell = header.cell().address();
            problems.warning("MOD-VOC-003", header.sheet(), cell, message, hint);
          }
        });
  }
}
