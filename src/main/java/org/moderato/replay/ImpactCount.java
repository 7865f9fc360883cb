package org.moderato.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.moderato.evaluation.Decision;
import org.moderato.release.check.Impact;
import org.moderato.release.check.Impact.Change;
import org.moderato.release.check.Impact.Example;
import org.moderato.strategy.Names;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.judge.Finding;
import org.moderato.strategy.judge.Verdict;

/** Counts decisions that change, by what they change from and to; told of the newest first. */
final class ImpactCount implements Consumer<Replayed> {

  private static final int MOST_EXAMPLES = 20;

  private static final Comparator<Change> MOST_FREQUENT_FIRST =
      Comparator.comparingInt(Change::count)
          .reversed()
          .thenComparing(Change::policy)
          .thenComparing(Change::department)
          .thenComparing(Change::channel)
          .thenComparing(Change::from)
          .thenComparing(Change::to);

  private final Map<Way, Integer> counts = new HashMap<>();
  private final List<Example> examples = new ArrayList<>();

  /** How a decision changes. */
  private record Way(Outcome from, Outcome to, String policy, String department, String channel) {

    static Way of(Replayed replayed) {
      return new Way(
          replayed.before().outcome(),
          replayed.after().outcome(),
          policy(replayed),
          replayed.decision().decision().sender(),
          Names.word(replayed.decision().message().getChannel()));
    }

    /** What holds the message back now; where nothing does any more, what did. */
    private static String policy(Replayed replayed) {
      Finding decisive = replayed.after().decisive();
      Finding speaking =
          Stream.of(replayed.after(), replayed.before())
              .map(Verdict::decisive)
              .filter(finding -> finding.outcome() != Outcome.SEND)
              .findFirst()
              .orElse(decisive);
      return speaking.row() == null ? speaking.policy() : speaking.policy() + " " + speaking.row();
    }

    Change times(int count) {
      return new Change(from, to, policy, department, channel, count);
    }
  }

  @Override
  public void accept(Replayed replayed) {
    if (!replayed.isChanged()) {
      return;
    }
    counts.merge(Way.of(replayed), 1, Integer::sum);
    if (examples.size() < MOST_EXAMPLES) {
      examples.add(example(replayed));
    }
  }

  private static Example example(Replayed replayed) {
    Decision decision = replayed.decision().decision();
    Verdict after = replayed.after();
    return new Example(
        decision.id().toString(),
        decision.askedAt(),
        words(replayed.before()),
        words(after),
        after.outcome() == Outcome.SEND ? null : after.decisive().reason());
  }

  private static String words(Verdict verdict) {
    return switch (verdict.outcome()) {
      case SEND -> "SEND by " + verdict.channel();
      case DEFER -> "DEFER by " + verdict.channel() + " until " + verdict.at();
      case SUPPRESS -> "SUPPRESS";
    };
  }

  Impact impact(Extent extent) {
    List<Change> changes =
        counts.entrySet().stream()
            .map(entry -> entry.getKey().times(entry.getValue()))
            .sorted(MOST_FREQUENT_FIRST)
            .toList();
    return new Impact(extent.judged(), extent.skipped(), extent.complete(), changes, examples);
  }
}
