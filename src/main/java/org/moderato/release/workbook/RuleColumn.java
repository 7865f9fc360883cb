package org.moderato.release.workbook;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column of a native decision table is, by its keyword or one-letter code. */
enum RuleColumn {
  CONDITION("C"),
  ACTION("A"),
  NAME("N"),
  DESCRIPTION("I"),
  PRIORITY("P"),
  DURATION("D"),
  TIMER("T"),
  ENABLED("B"),
  CALENDARS("E"),
  NO_LOOP("U"),
  LOCK_ON_ACTIVE("L"),
  AUTO_FOCUS("F"),
  ACTIVATION_GROUP("X"),
  AGENDA_GROUP("G"),
  RULEFLOW_GROUP("R"),
  DATE_EFFECTIVE("V"),
  DATE_EXPIRES("Z"),
  METADATA("@");

  private final String code;

  RuleColumn(String code) {
    this.code = code;
  }

  String keyword() {
    return name().replace('_', '-');
  }

  /** The column of exactly this keyword or code, in any case. */
  static Optional<RuleColumn> of(String text) {
    String wanted = text.toUpperCase(Locale.ROOT);
    return Stream.of(values())
        .filter(column -> column.keyword().equals(wanted) || column.code.equals(wanted))
        .findFirst();
  }

  /** What Drools takes another text for: it looks at the first letter only. */
  static Optional<RuleColumn> guessed(String text) {
    return text.isEmpty() ? Optional.empty() : of(text.substring(0, 1));
  }
}
