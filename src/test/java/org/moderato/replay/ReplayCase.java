package org.moderato.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moderato.ServedStrategy;
import org.moderato.release.Deadline;
import org.moderato.release.Lease;
import org.moderato.release.Release;
import org.moderato.release.ReleaseRegistry;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.judge.Verdict;

/** What was judged is judged again from the log alone, and comes out the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReplayCase {

  private static final int OPERATIONS = 500;
  private static final String TABLES = "decision-tables/past.xlsx";

  private PastTraffic traffic;

  @BeforeEach
  void past() {
    ServedStrategy.use("past", folder -> folder.workbook("past.xlsx", new PastTables().workbook()));
    if (traffic == null) {
      traffic = new PastTraffic(20261122);
      traffic.run(OPERATIONS);
    }
  }

  private static Lease lease() {
    return Arc.container().instance(ReleaseRegistry.class).get().acquire().orElseThrow();
  }

  /** All decisions of the traffic, under a strategy, against what was answered. */
  private List<Replayed> replayed(Release candidate) throws Exception {
    List<Replayed> all = new ArrayList<>();
    Replay replay = Arc.container().instance(Replay.class).get();
    int wanted = traffic.evaluations().size();
    Deadline time = new Deadline(Duration.ofMinutes(2));

    Extent extent = replay.run(new Trial(candidate, Optional.empty()), wanted, time, all::add);

    assertThat(extent).isEqualTo(new Extent(wanted, 0, true));
    assertThat(all)
        .extracting(one -> one.decision().decision().id().toString())
        .containsExactlyInAnyOrderElementsOf(traffic.evaluations());
    return all;
  }

  private List<Replayed> replayed(PastTables tables) throws Exception {
    TreeMap<String, byte[]> files = new TreeMap<>(StrategyFiles.readFrom(Path.of(".")).rules());
    files.put(TABLES, tables.workbook().bytes());
    StrategyLoader loader = Arc.container().instance(StrategyLoader.class).get();
    StrategyLoader.Result result = loader.load(new StrategyFiles(files));
    StrategyLoader.Loaded loaded = result.loaded().orElseThrow();
    try {
      return replayed(new Release("candidate", "", loaded, List.of()));
    } finally {
      loaded.disposal().run();
    }
  }

  @Test
  void comesOutAsItWasAnsweredToTheLastFinding() throws Exception {
    List<Replayed> all;
    try (Lease lease = lease()) {
      all = replayed(lease.release());
    }

    assertThat(all).allSatisfy(one -> assertThat(one.after()).isEqualTo(one.before()));
    assertThat(all).noneMatch(Replayed::isChanged);
    assertThat(all)
        .extracting(one -> one.before().outcome())
        .contains(Outcome.SEND, Outcome.DEFER, Outcome.SUPPRESS);
    assertThat(decisiveKinds(all))
        .contains("frequency cap", "spacing", "suppression", "quiet hours", "sequence", "duplicate")
        .contains("consent", "expired");
  }

  private static List<String> decisiveKinds(List<Replayed> all) {
    return all.stream().map(one -> one.before().decisive().kind()).distinct().toList();
  }

  @Test
  void comesOutTheSameWhenRowsAreShuffled() throws Exception {
    assertThat(replayed(new PastTables().shuffled(new Random(7))))
        .allSatisfy(
            one -> {
              assertThat(one.isChanged()).isFalse();
              assertThat(said(one, one.after())).isEqualTo(said(one, one.before()));
              // Of rows that wait equally long the first one decides.
              assertThat(one.after().decisive().until()).isEqualTo(one.before().decisive().until());
            });
  }

  /** What rows say of the asked instant, wherever they stand. */
  private static Set<List<Object>> said(Replayed replayed, Verdict verdict) {
    return verdict.findings().stream()
        .filter(f -> f.checkedAt().equals(replayed.decision().decision().askedAt()))
        .map(f -> List.<Object>of(f.policy(), "" + f.row(), f.channel(), f.reason(), f.counted()))
        .collect(Collectors.toSet());
  }

  @Test
  void stopsWhenTimeIsUp() throws Exception {
    Replay replay = Arc.container().instance(Replay.class).get();
    try (Lease lease = lease()) {
      Trial trial = new Trial(lease.release(), Optional.empty());

      Extent extent = replay.run(trial, 1000, new Deadline(Duration.ZERO), one -> {});

      assertThat(extent).isEqualTo(new Extent(0, 0, false));
    }
  }
}
