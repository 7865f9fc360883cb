package org.moderato.scenario.file;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.moderato.scenario.ScenarioResult;
import org.moderato.scenario.ScenarioRunner;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.judge.Finding;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.Trace;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.TableType;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Finds a scenario that hits a row, by trying out what its cells suggest, and the moments at which
 * the row ceases to speak. Knows no kind of table: whatever takes effect is a hit.
 */
final class Suggester {

  /** A week in which nothing is special, far from any change of clocks. */
  private static final LocalDate START = LocalDate.of(2026, 11, 16);

  private static final List<LocalTime> HOURS =
      List.of(LocalTime.of(12, 0), LocalTime.of(2, 0), LocalTime.of(7, 30), LocalTime.of(21, 30));

  /** A row that is not hit by then takes something that its cells do not tell. */
  private static final int MOST_TRIES = 2_000;

  private final Strategy strategy;
  private final ScenarioReader reader;
  private final TableType type;
  private final PolicyRow row;
  private final Sample sample;

  Suggester(Strategy strategy, TableType type, PolicyRow row) {
    this.strategy = strategy;
    this.reader = new ScenarioReader(strategy);
    this.type = type;
    this.row = row;
    this.sample = new Sample(strategy, type, row);
  }

  /** Empty if nothing that was tried makes the row take effect. */
  Optional<Suggestion> suggestion() {
    int tries = 0;
    for (Map<String, String> usual : usualLabels()) {
      for (int contacts : counts()) {
        for (LocalDateTime now : moments()) {
          if (tries++ == MOST_TRIES) {
            return Optional.empty();
          }
          Map<String, Object> candidate = sample.scenario(now, contacts, usual);
          Optional<ScenarioResult> hit = hit(candidate);
          if (hit.isPresent()) {
            return Optional.of(suggestion(candidate, hit.get()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** A working day, a weekend, a holiday, day and night; in the days in which the row is valid. */
  private List<LocalDateTime> moments() {
    LocalDate first = row.getHead().validFrom() == null ? START : row.getHead().validFrom();
    Set<LocalDate> days = new LinkedHashSet<>();
    days.add(first);
    LocalDate last = row.getHead().validTo();
    Stream.of(
            first.with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY)),
            first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)),
            first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)))
        .filter(day -> last == null || !day.isAfter(last))
        .forEach(days::add);
    List<LocalDateTime> moments = new ArrayList<>();
    days.forEach(day -> HOURS.forEach(hour -> moments.add(day.atTime(hour))));
    return moments;
  }

  /** As many contacts as the numbers of the row suggest. */
  private Set<Integer> counts() {
    Set<Integer> counts = new LinkedHashSet<>(List.of(0, 1));
    row.cells().values().stream()
        .filter(Integer.class::isInstance)
        .map(Integer.class::cast)
        .filter(number -> number >= 0 && number <= 200)
        .forEach(
            number -> {
              counts.add(number);
              counts.add(number + 1);
            });
    counts.add(8);
    return counts;
  }

  /** Some message for what the row leaves open: every channel, and every category. */
  private List<Map<String, String>> usualLabels() {
    List<Map<String, String>> all = new ArrayList<>();
    for (String category : words("category", "promotion")) {
      for (String channel : words("channel", "email")) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("department", words("department", "marketing").get(0));
        labels.put("channel", channel);
        labels.put("category", category);
        all.add(labels);
      }
    }
    return all;
  }

  /** The words of a vocabulary, the usual one first. */
  private List<String> words(String vocabulary, String usual) {
    Set<String> known = strategy.vocabularies().getOrDefault(vocabulary, Set.of());
    return Stream.concat(
            Stream.of(usual).filter(word -> known.isEmpty() || known.contains(word)),
            known.stream().sorted().filter(word -> !word.equals(usual)))
        .toList();
  }

  /** What came of it, if the row takes effect. */
  private Optional<ScenarioResult> hit(Map<String, Object> candidate) {
    Hit hit = new Hit();
    return reader
        .readOne(candidate)
        .map(scenario -> new ScenarioRunner(strategy, hit).run(scenario))
        .filter(result -> hit.isTrue && !result.steps().isEmpty());
  }

  private final class Hit implements Trace {

    private boolean isTrue;

    @Override
    public void applied(PolicyRow applied) {}

    @Override
    public void tookEffect(PolicyRow effective) {
      isTrue |= effective == row;
    }

    @Override
    public void fired(RuleInfo rule) {}
  }

  private Suggestion suggestion(Map<String, Object> hit, ScenarioResult result) {
    Verdict verdict = result.steps().get(0).verdict();
    ZoneId zone = result.scenario().customer().zone();
    List<Object> scenarios = new ArrayList<>();
    String title = type.title() + " " + row.getId();
    scenarios.add(expecting(hit, title + " takes effect", expectation(verdict)));
    Optional<Finding> finding = findingOf(verdict);
    if (finding.isPresent() && finding.get().until() != null) {
      Instant until = finding.get().until();
      String last = shown(until.minusSeconds(1), zone);
      boundary(hit, last, title + " until the last second", true).ifPresent(scenarios::add);
      boundary(hit, shown(until, zone), title + " no longer", false).ifPresent(scenarios::add);
    }
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("scenarios", scenarios);
    return new Suggestion(
        row.getId(),
        row.getHead().source(),
        "---\n# " + row.getHead().source() + "\n" + yaml(document));
  }

  private Map<String, Object> expectation(Verdict verdict) {
    Map<String, Object> expectation = new LinkedHashMap<>();
    expectation.put("outcome", verdict.outcome().name());
    Optional<Finding> finding = findingOf(verdict);
    if (finding.isPresent() && finding.get().outcome() != Outcome.SEND) {
      if (finding.get().decisive()) {
        expectation.put("policy", type.title());
        expectation.put("row", row.getId());
      } else {
        expectation.put("also findings of", List.of(row.getId()));
      }
    } else if (finding.isPresent() && verdict.outcome() == Outcome.SEND) {
      expectation.put("row", row.getId());
    }
    return expectation;
  }

  private Optional<Finding> findingOf(Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> row.getHead().source().equals(finding.source()))
        .findFirst();
  }

  /** The same customer and message a moment before and at the end; only if it turns out so. */
  private Optional<Map<String, Object>> boundary(
      Map<String, Object> hit, String now, String name, boolean speaks) {
    Map<String, Object> moved = new LinkedHashMap<>(hit);
    moved.put("now", now);
    String field = speaks ? "also findings of" : "no finding of";
    Map<String, Object> candidate = expecting(moved, name, Map.of(field, List.of(row.getId())));
    return reader
        .readOne(candidate)
        .map(scenario -> new ScenarioRunner(strategy, Trace.NONE).run(scenario))
        .filter(result -> result.state() == ScenarioResult.State.PASSED)
        .map(result -> candidate);
  }

  /** On the customer's clock; with the offset in the hour that this clock shows twice. */
  private static String shown(Instant time, ZoneId zone) {
    ZonedDateTime local = time.atZone(zone);
    boolean isTold = local.toLocalDateTime().atZone(zone).toInstant().equals(time);
    return isTold ? local.toLocalDateTime().toString() : local.toOffsetDateTime().toString();
  }

  private static Map<String, Object> expecting(
      Map<String, Object> scenario, String name, Map<String, Object> expectation) {
    Map<String, Object> whole = new LinkedHashMap<>(scenario);
    whole.put("name", name);
    whole.put("expect", expectation);
    return whole;
  }

  static String yaml(Map<String, Object> document) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.AUTO);
    options.setWidth(120);
    // People do not read anchors.
    options.setDereferenceAliases(true);
    return new Yaml(options).dump(document);
  }
}
