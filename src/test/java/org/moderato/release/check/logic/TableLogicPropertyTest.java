package org.moderato.release.check.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.moderato.TestStrategy;
import org.moderato.release.Problem;
import org.moderato.release.check.logic.RandomRows.Placed;
import org.moderato.strategy.Names;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.PolicyRow;

/** Random small tables before the judge: what is said of them is what trying messages finds. */
class TableLogicPropertyTest {

  private static final int CASES = Integer.getInteger("moderato.property.cases", 20_000) / 40;
  private static final long SEED = Long.getLong("moderato.property.seed", 20_261_126);
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  private final Map<String, Integer> found = new HashMap<>();

  /** Random rows and a distance, what is said of them, and customers to try it with. */
  private record Trial(
      long seed,
      List<Placed> rows,
      TestStrategy.Loaded loaded,
      List<Problem> problems,
      RandomCustomers customers,
      Random random) {

    static Trial of(long seed, List<String> types) {
      Random random = new Random(seed);
      LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
      RandomRows maker = new RandomRows(random, today);
      List<Placed> rows = new ArrayList<>(maker.rows(types));
      if (!types.contains("Spacing")) {
        rows.add(maker.spacing());
      }
      TestStrategy.Loaded loaded = RandomRows.strategy(rows, Optional.empty());
      List<Problem> problems =
          new TableLogic(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(1))
              .check(loaded.strategy());
      return new Trial(seed, rows, loaded, problems, new RandomCustomers(random, NOW), random);
    }

    Placed placed(Problem problem) {
      return rows.stream()
          .filter(row -> Names.key(row.type()).equals(Names.key(String.valueOf(problem.sheet()))))
          .filter(row -> ("A" + row.place()).equals(problem.cell()))
          .findFirst()
          .orElseThrow();
    }

    PolicyRow row(Problem problem) {
      Placed placed = placed(problem);
      return loaded.strategy().table(placed.type()).orElseThrow().rows().get(placed.place() - 2);
    }

    TestStrategy.Loaded without(Problem problem) {
      return RandomRows.strategy(rows, Optional.of(placed(problem)));
    }
  }

  private void eachTrial(List<String> types, Consumer<Trial> check) {
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      Trial trial = Trial.of(seed, types);
      trial.problems().forEach(problem -> found.merge(problem.code(), 1, Integer::sum));
      check.accept(trial);
    }
  }

  private static void eachProblem(Trial trial, String code, Consumer<Problem> check) {
    trial.problems().stream().filter(problem -> problem.code().equals(code)).forEach(check);
  }

  @Test
  void superfluousRowsChangeNoVerdict() {
    eachTrial(
        RandomRows.TYPES,
        trial -> {
          eachProblem(trial, "MOD-LOG-001", problem -> compare(trial, problem));
          eachProblem(trial, "MOD-LOG-002", problem -> compare(trial, problem));
          eachProblem(trial, "MOD-LOG-006", problem -> compareIfIdle(trial, problem));
        });

    // So that the test stays one of interesting tables.
    assertThat(found.get("MOD-LOG-002")).isGreaterThan(CASES / 20);
    assertThat(found).containsKeys("MOD-LOG-001", "MOD-LOG-006");
  }

  /** A row that is switched off may switch others off, or be a relief that others wait for. */
  private static void compareIfIdle(Trial trial, Problem problem) {
    Placed row = trial.placed(problem);
    if (!row.overrides() && !row.hasDays()) {
      compare(trial, problem);
    }
  }

  private static void compare(Trial trial, Problem problem) {
    TestStrategy.Loaded fewer = trial.without(problem);
    for (int round = 0; round < 3; round++) {
      CustomerView view = trial.customers().view();
      Instant at = trial.customers().instant();
      for (Message message : trial.customers().messages()) {
        assertThat(words(fewer.judge(message, at, view, false)))
            .as(() -> "seed " + trial.seed() + ": " + problem + message.labels() + at + view)
            .isEqualTo(words(trial.loaded().judge(message, at, view, false)));
      }
    }
  }

  private static String words(Verdict verdict) {
    return verdict.outcome() + " " + verdict.channel() + " " + verdict.at();
  }

  @Test
  void idleCapsChangeNoVerdictAsLongAsAllContactsObey() {
    eachTrial(
        List.of("FrequencyCap"),
        trial -> eachProblem(trial, "MOD-LOG-010", problem -> live(trial, problem)));

    assertThat(found).containsKey("MOD-LOG-010");
  }

  /** The life of a customer who receives what the judge lets pass, and nothing else. */
  private static void live(Trial trial, Problem problem) {
    TestStrategy.Loaded fewer = trial.without(problem);
    Customer customer = trial.customers().customer();
    List<Contact> contacts = new ArrayList<>();
    Instant at = NOW;
    for (int step = 0; step < 60; step++) {
      at = at.plus(Duration.ofHours(trial.random().nextInt(24)));
      List<Message> messages = trial.customers().messages();
      Message message = messages.get(trial.random().nextInt(messages.size()));
      CustomerView view = TestStrategy.view(customer, contacts.toArray(Contact[]::new));
      Verdict verdict = trial.loaded().judge(message, at, view, false);
      assertThat(words(fewer.judge(message, at, view, false)))
          .as("seed %d: %s", trial.seed(), problem)
          .isEqualTo(words(verdict));
      if (verdict.outcome() == Outcome.SEND) {
        contacts.add(RandomCustomers.contact(at, message.labels(), ContactStatus.SENT));
      }
    }
  }

  @Test
  void nothingIsSentInHoursThatLeaveNoTime() {
    eachTrial(
        List.of("QuietHours", "SendWindow"),
        trial ->
            eachProblem(
                trial,
                "MOD-LOG-009",
                problem -> {
                  if (problem.message().contains("any day")) {
                    sendsNothing(trial, trial.row(problem));
                  }
                }));

    assertThat(found).containsKey("MOD-LOG-009");
  }

  private static void sendsNothing(Trial trial, PolicyRow row) {
    for (int round = 0; round < 20; round++) {
      Instant at = trial.customers().instant();
      Customer customer = trial.customers().customer();
      LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
      for (Message message : trial.customers().messages()) {
        if (Periods.isInForce(row.getHead(), day)
            && row.getHead().scope().accepts(message.labels(), customer)) {
          assertThat(
                  trial.loaded().judge(message, at, TestStrategy.view(customer), false).outcome())
              .as(() -> "seed " + trial.seed() + " " + row + message.labels() + at)
              .isNotEqualTo(Outcome.SEND);
        }
      }
    }
  }

  @Test
  void nobodyReceivesABlockedCategory() {
    eachTrial(
        List.of("Suppression", "Suppression", "Exemption"),
        trial ->
            eachProblem(
                trial,
                "MOD-LOG-011",
                problem ->
                    trial.customers().messages().stream()
                        .filter(message -> problem.message().contains(message.getCategory()))
                        .map(m -> trial.loaded().judge(m, NOW, trial.customers().view(), false))
                        .forEach(v -> assertThat(v.outcome()).isEqualTo(Outcome.SUPPRESS))));

    assertThat(found).containsKey("MOD-LOG-011");
  }

  @Test
  void gapsAreWhatTryingEveryChannelAndCategoryFinds() {
    eachTrial(
        List.of("FrequencyCap", "Spacing"),
        trial -> {
          for (String channel : RandomRows.CHANNELS) {
            for (String category : RandomRows.CATEGORIES) {
              assertThat(isToldAsGap(trial, channel, category))
                  .as("seed %d %s %s", trial.seed(), channel, category)
                  .isEqualTo(isGap(trial, channel, category));
            }
          }
        });

    assertThat(found.get("MOD-LOG-014")).isGreaterThan(CASES / 2);
  }

  private static boolean isGap(Trial trial, String channel, String category) {
    return trial.loaded().strategy().table("FrequencyCap").orElseThrow().rows().stream()
        .filter(PolicyRow::isEnforced)
        .noneMatch(row -> accepts(row, "channel", channel) && accepts(row, "category", category));
  }

  private static boolean accepts(PolicyRow row, String attribute, String word) {
    return row.getHead().scope().matchOf(Attribute.BUILT_IN.get(attribute)).accepts(word);
  }

  private static boolean isToldAsGap(Trial trial, String channel, String category) {
    return trial.problems().stream()
        .filter(problem -> problem.code().equals("MOD-LOG-014"))
        .map(Problem::message)
        .filter(message -> message.contains("match " + channel + " ·"))
        .anyMatch(message -> message.contains("any category") || message.contains(category));
  }
}
