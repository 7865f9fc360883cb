package org.moderato.strategy.rule;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Source;

/**
 * One thing that a rule said to the verdict, before the judge decides what to make of it.
 *
 * @param rule the rule that spoke
 * @param row the row that it spoke for; null for a rule without rows
 * @param outcome DEFER or SUPPRESS
 * @param until the first instant at which this policy alone passes; null: never, or unknown
 * @param reason in words
 * @param counted what was counted; null if nothing was
 * @param provisional whether nobody knows yet how long the wait is
 */
public record Said(
    RuleInfo rule,
    @Nullable PolicyRow row,
    Outcome outcome,
    @Nullable Instant until,
    String reason,
    @Nullable Counted counted,
    boolean provisional) {

  /** The policy kind: the row's, else the rule's. */
  public String kind() {
    return kind(rule, row);
  }

  /** Where it stands: the row, else the rule. */
  public Source source() {
    return source(rule, row);
  }

  private static String kind(RuleInfo rule, @Nullable PolicyRow row) {
    return row == null ? String.valueOf(rule.kind()) : row.getHead().kind();
  }

  private static Source source(RuleInfo rule, @Nullable PolicyRow row) {
    return row == null ? rule.source() : row.getHead().source();
  }

  /**
   * An exemption that a rule granted.
   *
   * @param row the row that grants it
   * @param kinds the policy kinds that the message need not obey
   */
  public record Exemption(PolicyRow row, List<String> kinds) {

    public Exemption {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * A wish to reorder the channels.
   *
   * @param rule the rule that spoke
   * @param row the row that it spoke for; null for a rule without rows
   * @param channels the channels to try first, in this order
   */
  public record Preference(RuleInfo rule, @Nullable PolicyRow row, List<String> channels) {

    public Preference {
      channels = List.copyOf(channels);
    }

    /** The policy kind: the row's, else the rule's. */
    public String kind() {
      return Said.kind(rule, row);
    }

    /** Where it stands: the row, else the rule. */
    public Source source() {
      return Said.source(rule, row);
    }
  }
}
