package org.moderato.release.check.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.moderato.TestStrategy;
import org.moderato.release.Problem;
import org.moderato.release.check.logic.RandomTables.Placed;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.table.Settings;

/**
 * Random small tables before the judge: without a row that is called superfluous every verdict is
 * the same, and where a gap is told no row caps any message.
 */
class TableLogicPropertyTest {

  private static final int CASES = Integer.getInteger("moderato.property.cases", 20_000) / 40;
  private static final long SEED = Long.getLong("moderato.property.seed", 20_261_126);
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  /** What removes nothing when it is removed. */
  private static final List<String> SUPERFLUOUS =
      List.of("MOD-LOG-001", "MOD-LOG-002", "MOD-LOG-006");

  private final Map<String, Integer> found = new HashMap<>();

  @Test
  void superfluousRowsChangeNoVerdict() {
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      RandomTables tables = new RandomTables(seed, NOW);
      List<Placed> rows = tables.rows();
      for (Problem problem : problems(strategy(rows, Optional.empty()))) {
        found.merge(problem.code(), 1, Integer::sum);
        if (SUPERFLUOUS.contains(problem.code())) {
          Placed row = rowOf(problem, rows);
          if (row.isWithoutOtherEffect(problem.code())) {
            compare(tables, rows, row, "seed " + seed + ": " + problem);
          }
        }
      }
    }
    // So that the test stays one of interesting tables.
    assertThat(found.get("MOD-LOG-002")).isGreaterThan(CASES / 20);
    assertThat(found).containsKeys("MOD-LOG-001", "MOD-LOG-003", "MOD-LOG-006");
  }

  private static TestStrategy.Loaded strategy(List<Placed> rows, Optional<Placed> without) {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .settings(Settings.DEFAULT)
            .vocabulary("channel", RandomTables.CHANNELS.toArray(String[]::new))
            .vocabulary("category", RandomTables.CATEGORIES.toArray(String[]::new));
    rows.stream()
        .filter(row -> without.filter(w -> w == row).isEmpty())
        .forEach(r -> strategy.row(r.row()));
    return strategy.load();
  }

  private static List<Problem> problems(TestStrategy.Loaded loaded) {
    return new TableLogic(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(5))
        .check(loaded.strategy());
  }

  private static Placed rowOf(Problem problem, List<Placed> rows) {
    return rows.stream()
        .filter(row -> Names.key(row.type()).equals(Names.key(String.valueOf(problem.sheet()))))
        .filter(row -> ("A" + row.place()).equals(problem.cell()))
        .findFirst()
        .orElseThrow();
  }

  private static void compare(RandomTables tables, List<Placed> rows, Placed row, String name) {
    TestStrategy.Loaded all = strategy(rows, Optional.empty());
    TestStrategy.Loaded fewer = strategy(rows, Optional.of(row));
    for (int round = 0; round < 3; round++) {
      CustomerView view = tables.view();
      Instant at = tables.instant();
      for (Message message : tables.messages()) {
        String before = words(all.judge(message, at, view, false));
        assertThat(words(fewer.judge(message, at, view, false)))
            .as(() -> name + " " + message.labels() + " at " + at + " " + view)
            .isEqualTo(before);
      }
    }
  }

  private static String words(Verdict verdict) {
    return verdict.outcome() + " " + verdict.channel() + " " + verdict.at();
  }

  @Test
  void gapsAreWhatTryingEveryChannelAndCategoryFinds() {
    int gaps = 0;
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      List<Placed> rows = new RandomTables(seed, NOW).rows();
      TestStrategy.Loaded loaded = strategy(rows, Optional.empty());
      List<String> told =
          problems(loaded).stream()
              .filter(problem -> problem.code().equals("MOD-LOG-014"))
              .map(Problem::message)
              .sorted()
              .toList();
      for (String channel : RandomTables.CHANNELS) {
        for (String category : RandomTables.CATEGORIES) {
          boolean isOpen =
              loaded.strategy().table("FrequencyCap").orElseThrow().rows().stream()
                  .filter(row -> row.isEnforced())
                  .noneMatch(
                      row ->
                          accepts(row, "channel", channel) && accepts(row, "category", category));
          assertThat(told.stream().anyMatch(message -> names(message, channel, category)))
              .as("seed %d %s %s in %s", seed, channel, category, told)
              .isEqualTo(isOpen);
          gaps += isOpen ? 1 : 0;
        }
      }
    }
    assertThat(gaps).isGreaterThan(CASES);
  }

  private static boolean names(String message, String channel, String category) {
    return message.contains(channel + " ·")
        && (message.contains("any category") || message.contains(category));
  }

  private static boolean accepts(
      org.moderato.strategy.table.PolicyRow row, String attribute, String word) {
    return row.getHead()
        .scope()
        .matchOf(org.moderato.strategy.table.Attribute.BUILT_IN.get(attribute))
        .accepts(word);
  }
}
