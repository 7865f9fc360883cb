package org.moderato.release.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.TestStrategy.contact;
import static org.moderato.TestStrategy.message;
import static org.moderato.TestStrategy.row;
import static org.moderato.TestStrategy.view;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.moderato.TestStrategy;
import org.moderato.TestStrategy.Loaded;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.time.Window;

/** One rulebase judges on many threads at once, and no judgement hears what another one says. */
class ManyThreadsTest {

  private static final int THREADS = 16;
  private static final int JUDGEMENTS = 2_000;

  @Test
  void judgesOnManyThreadsAtOnce() throws Exception {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .row(row("FrequencyCap", "a").with("window", Window.parse("7 days")).with("atMost", 1))
            .row(row("FrequencyCap", "b").with("window", Window.parse("5 days")).with("atMost", 1));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    Loaded loaded = strategy.load();
    try {
      List<Future<Integer>> wrong = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        String at = "2026-11-2" + thread % 3 + "T09:00:00Z";
        wrong.add(threads.submit(() -> wrongAnswers(loaded, at)));
      }
      for (Future<Integer> future : wrong) {
        assertThat(future.get()).isZero();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static int wrongAnswers(Loaded loaded, String contactAt) {
    int wrong = 0;
    for (int i = 0; i < JUDGEMENTS; i++) {
      Verdict verdict =
          loaded.judge(
              message("email", "promotion", "marketing"),
              "2026-11-23T12:00:00Z",
              view(contact(contactAt, "email", "promotion")));
      boolean isRight =
          verdict.findings().stream()
              .allMatch(finding -> finding.counted().equals(List.of("c-" + contactAt)));
      wrong += isRight ? 0 : 1;
    }
    return wrong;
  }
}
