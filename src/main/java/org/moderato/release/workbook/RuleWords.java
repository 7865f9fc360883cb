package org.moderato.release.workbook;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Checks the words of a native decision table against the vocabularies, where its code leaves no
 * doubt about what they are: a field of the message or customer, or channels that are preferred. A
 * misspelt word would compile, and never match.
 */
final class RuleWords {

  private static final Pattern FACT = Pattern.compile("\\b(Message|Customer)\\b");
  private static final Pattern FIELD =
      Pattern.compile("(\\w+)(?:\\s*[!=]=(?:\\s*\"\\$(?:param|1)\")?)?");
  private static final Pattern PREFERENCE =
      Pattern.compile("\\w+\\.prefer\\(\\s*\"\\$param\"\\s*\\);?");

  private final Words words;
  private final Problems problems;

  RuleWords(Words words, Problems problems) {
    this.words = words;
    this.problems = problems;
  }

  void check(SheetGrid sheet) {
    for (RuleTable table : RuleTable.of(sheet)) {
      table.columns(RuleColumn.CONDITION).forEach(column -> checkCondition(table, column));
      table.columns(RuleColumn.ACTION).forEach(column -> checkAction(table, column));
    }
  }

  private void checkCondition(RuleTable table, int column) {
    Matcher field = FIELD.matcher(table.code(column));
    String fact = table.cell(table.objectRow(), column).text();
    if (FACT.matcher(fact).find() && field.matches()) {
      cells(table, column).forEach(cell -> check(table, cell, field.group(1), cell.text()));
    }
  }

  private void checkAction(RuleTable table, int column) {
    if (PREFERENCE.matcher(table.code(column)).matches()) {
      cells(table, column)
          .forEach(
              cell -> channels(cell.text()).forEach(word -> check(table, cell, "channel", word)));
    }
  }

  private static Stream<GridCell> cells(RuleTable table, int column) {
    return table
        .rules()
        .mapToObj(row -> table.sheet().cell(row, column))
        .filter(cell -> cell.kind() == GridCell.Kind.TEXT);
  }

  private static List<String> channels(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }

  private void check(RuleTable table, GridCell cell, String vocabulary, String quoted) {
    String word = quoted.replaceAll("^\"|\"$", "");
    Optional<Words.Unknown> unknown =
        words.check(vocabulary, word).or(() -> capitals(vocabulary, word));
    unknown.ifPresent(
        u -> problems.error("MOD-RUL-015", table.sheet(), cell, u.message(), u.hint()));
  }

  /** Rule code compares exactly. */
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
}
