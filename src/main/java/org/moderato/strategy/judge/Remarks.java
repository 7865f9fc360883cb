package org.moderato.strategy.judge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.table.Mode;

/** What the judge itself has to say, in the form of findings, so that no verdict is without one. */
final class Remarks {

  private static final String JUDGE = "Moderato";

  private Remarks() {}

  static Finding noPolicy(Outcome outcome, String channel, Instant at) {
    String reason = "no policy applied; the setting for this case says " + outcome;
    return remark(PolicyKinds.NO_POLICY, outcome, null, channel, at, reason);
  }

  static Finding passed(RoundJudge.RoundResult round, String channel, Instant at) {
    int rows = round.passed().size() + round.findings().size();
    String reason =
        rows == 1 ? "1 policy row applied, it allows" : rows + " policy rows applied, all allow";
    boolean allPassed = round.findings().isEmpty();
    String remark = allPassed ? reason : rows + " policy rows applied, none holds the message back";
    return remark(PolicyKinds.ALL_PASSED, Outcome.SEND, null, channel, at, remark);
  }

  static Finding noAllowedTime(String channel, Instant at) {
    String reason = "no allowed time: nothing is free as far ahead as the strategy looks";
    return remark(PolicyKinds.NO_TIME, Outcome.SUPPRESS, null, channel, at, reason);
  }

  static Finding expiresBefore(Instant allowed, String channel, Instant at) {
    String reason =
        allowed.equals(at)
            ? "the message has expired"
            : "the message expires before its earliest allowed time, " + allowed;
    return remark(PolicyKinds.EXPIRED, Outcome.SUPPRESS, null, channel, at, reason);
  }

  static Finding unknownValue(UnknownWord unknown, String channel, Instant at) {
    String reason =
        "\""
            + unknown.word()
            + "\" is not in the vocabulary of "
            + unknown.attribute()
            + "; it matches no listed word";
    return remark(PolicyKinds.UNKNOWN, Outcome.SEND, null, channel, at, reason);
  }

  private static Finding remark(
      String kind,
      Outcome outcome,
      @Nullable Instant until,
      String channel,
      Instant at,
      String reason) {
    return new Finding(
        JUDGE,
        kind,
        outcome,
        until,
        Mode.ENFORCE,
        false,
        channel,
        at,
        reason,
        null,
        null,
        List.of(),
        null,
        null,
        false);
  }
}
