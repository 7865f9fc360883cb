package org.moderato.release.check.logic;

import java.util.List;
import java.util.stream.Stream;
import org.moderato.strategy.judge.PolicyKinds;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.table.TableType.Base;

/**
 * The tables whose columns have a published meaning. What rules make of any other table's columns
 * is not known here: of them things are called possible that of these are proved.
 */
enum Meaning {
  FREQUENCY_CAP("frequency cap", Base.COUNTING, "atMost, whenReached", "atMost, measure"),
  DUPLICATE("duplicate", Base.COUNTING, "atMost, whenReached", "atMost"),
  SPACING("spacing", Base.COUNTING, "atLeast, whenReached", "atLeast, direction"),
  SEQUENCE(
      "sequence",
      Base.COUNTING,
      "unansweredAtMost",
      "unansweredAtMost, stopOnResponse, stepsInOrder"),
  SUPPRESSION("suppression", Base.LIMITING, "outcome", "outcome, situation"),
  QUIET_HOURS("quiet hours", Base.LIMITING, "whenReached", "days, quiet"),
  SEND_WINDOW("send window", Base.LIMITING, "whenReached", "days, within"),
  EXEMPTION("exemption", Base.POLICY, "counts", "counts, doesNotObey"),
  /** Any other one. */
  UNKNOWN("", Base.POLICY, "atMost, whenReached", "");

  private final String kind;
  private final Base base;
  private final List<String> answers;
  private final List<String> fields;

  Meaning(String kind, Base base, String answers, String fields) {
    this.kind = kind;
    this.base = base;
    this.answers = List.of(answers.split(", "));
    this.fields = List.of(fields.split(", "));
  }

  /** The meaning of a table: of its kind, and without columns that others do not have. */
  static Meaning of(TableType type) {
    return Stream.of(values())
        .filter(meaning -> meaning != UNKNOWN && meaning.isThatOf(type))
        .findFirst()
        .orElse(UNKNOWN);
  }

  private boolean isThatOf(TableType type) {
    return PolicyKinds.isSame(kind, type.kind())
        && PolicyKinds.isSame(kind, type.name())
        && base == type.base()
        && type.fields().stream().allMatch(field -> fields.contains(field.name()));
  }

  boolean isKnown() {
    return this != UNKNOWN;
  }

  /** The fields that say what becomes of a message; the others say which one, and when. */
  List<String> answers() {
    return answers;
  }
}
