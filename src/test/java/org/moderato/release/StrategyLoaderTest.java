package org.moderato.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.TestStrategy.contact;
import static org.moderato.TestStrategy.message;
import static org.moderato.TestStrategy.view;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.moderato.Clocks;
import org.moderato.release.workbook.TestWorkbooks;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.judge.Judge;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.rule.Effort;

class StrategyLoaderTest {

  private final StrategyLoader loader = StrategyLoader.standalone();

  private static StrategyFiles files(TestWorkbooks workbook) {
    SortedMap<String, byte[]> files = new TreeMap<>(StrategyFiles.readFrom(Path.of(".")).rules());
    files.put("decision-tables/test.xlsx", workbook.bytes());
    return new StrategyFiles(files);
  }

  @Test
  void judgesByTheRowsOfAWorkbook() {
    StrategyFiles files =
        files(
            new TestWorkbooks()
                .sheet(
                    "Frequency caps",
                    """
                    Id   | Channel | Category       | Window | At most | Why
                    week | email   | promotion,news | 7 days | 1       | Not daily
                    """));

    StrategyLoader.Result result = loader.load(files);

    assertThat(result.problems()).isEmpty();
    StrategyLoader.Loaded loaded = result.loaded().orElseThrow();
    assertThat(loaded.strategy().lookback()).isEqualTo(Duration.ofDays(7).plusHours(1));
    Verdict verdict =
        new Judge(
                loaded.strategy(),
                view(contact("2026-11-20T09:00:00Z", "Email", "News")),
                Effort.unbounded(),
                false)
            .judge(
                message("email", "Promotion", "marketing"), Instant.parse("2026-11-23T12:00:00Z"));
    assertThat(verdict.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(verdict.decisive().reason())
        .isEqualTo("1 email news or promotion contact in 7 days; at most 1. Not daily");
    assertThat(verdict.decisive().source())
        .hasToString("decision-tables/test.xlsx:Frequency caps!2");
    loaded.disposal().run();
  }

  @Test
  void warnsBeforeTheHolidaysEnd() {
    LocalDate soon = LocalDate.now(Clocks.system()).plusDays(59);
    TestWorkbooks calendar =
        new TestWorkbooks()
            .sheet("Calendar", "Date | Country\n%s | DE\n2020-01-01 | DE".formatted(soon));

    List<Problem> problems = loader.load(files(calendar)).problems();

    assertThat(problems).extracting(Problem::code).containsExactly("MOD-CAL-002");
    assertThat(problems.get(0).severity()).isEqualTo(Problem.Severity.WARNING);
    assertThat(problems.get(0).place()).hasToString("decision-tables/test.xlsx:Calendar!A2");
    TestWorkbooks longer = new TestWorkbooks().sheet("Calendar", "Date\n" + soon.plusDays(2));
    assertThat(loader.load(files(longer)).problems()).isEmpty();
  }

  @Test
  void refusesAStrategyWithoutTables() {
    StrategyFiles onlyRules = new StrategyFiles(StrategyFiles.readFrom(Path.of(".")).rules());

    StrategyLoader.Result result = loader.load(onlyRules);

    assertThat(result.loaded()).isEmpty();
    assertThat(result.problems()).extracting(Problem::code).containsExactly("MOD-FIL-002");
  }

  @Test
  void judgesByNativeRuleTablesInTheSameWorkbook() {
    StrategyFiles files =
        files(
            new TestWorkbooks()
                .sheet(
                    "Channel preference",
                    """
                    RuleSet   | moderato.tables.channel_preference
                    Import    | org.moderato.strategy.fact.Message, org.moderato.strategy.fact.Customer, org.moderato.strategy.rule.VerdictBuilder
                    Variables | VerdictBuilder verdict

                    RuleTable Preferred channel
                    CONDITION        | CONDITION          | ACTION
                    $m : Message     | $c : Customer      |
                    category         | stage              | verdict.prefer("$param");
                    Category         | Stage              | Channels
                    promotion        |                    | push, email
                    """));

    StrategyLoader.Result result = loader.load(files);

    assertThat(result.problems()).isEmpty();
    Verdict verdict =
        new Judge(result.loaded().orElseThrow().strategy(), view(), Effort.unbounded(), false)
            .judge(
                new org.moderato.strategy.fact.Message(
                    "m",
                    message("email", "promotion", "x").labels(),
                    java.util.List.of("sms", "push"),
                    null,
                    null),
                Instant.parse("2026-11-23T12:00:00Z"));
    assertThat(verdict.channel()).isEqualTo("push");
  }

  @Test
  void anEditOfAPolicyTableCompilesNothing() {
    StrategyLoader.Loaded before = loaded(policyAndRules("3", "no promotions"));
    StrategyLoader.Loaded policyEdited = loaded(policyAndRules("2", "no promotions"));
    StrategyLoader.Loaded ruleEdited = loaded(policyAndRules("2", "no advertising"));

    assertThat(policyEdited.strategy().rulebase()).isSameAs(before.strategy().rulebase());
    assertThat(ruleEdited.strategy().rulebase()).isNotSameAs(before.strategy().rulebase());
    Stream.of(before, policyEdited, ruleEdited).forEach(loaded -> loaded.disposal().run());
  }

  private StrategyLoader.Loaded loaded(TestWorkbooks workbook) {
    StrategyLoader.Result result = loader.load(files(workbook));
    assertThat(result.problems()).isEmpty();
    return result.loaded().orElseThrow();
  }

  /** Both kinds of tables in one workbook. */
  private static TestWorkbooks policyAndRules(String atMost, String reason) {
    return new TestWorkbooks()
        .sheet("Frequency cap", "Window | At most\n7 days | " + atMost)
        .sheet(
            "House rules",
            """
            RuleSet   | moderato.tables.house_rule
            Import    | org.moderato.strategy.fact.Message, org.moderato.strategy.rule.VerdictBuilder
            Variables | VerdictBuilder verdict
            RuleTable Stop
            CONDITION    | ACTION
            $m : Message |
            category     | verdict.suppress("$param");
            Category     | Reason
            promotion    | %s
            """
                .formatted(reason));
  }

  @Test
  void saysOnceWhatIsWrongWithARuleTable() {
    TestWorkbooks workbook = policyAndRules("3", "none | a note");

    assertThat(loader.load(files(workbook)).problems())
        .extracting(p -> p.place() + " " + p.code())
        .containsExactly("decision-tables/test.xlsx:House rules!C9 MOD-RUL-003");
  }

  @Test
  void reportsAllErrorsOfAllFilesAtOnce() {
    StrategyFiles good =
        files(
            new TestWorkbooks()
                .sheet("Vocabularies", "Channel\nemail\nsms")
                .sheet("Frequency cap", "Chanel | Window | At most\nemail | 7 days | 1\n\n | | ")
                .sheet("Frequency caps", "Channel | Window | At most\nemial | 7 dayz | many\n"));
    SortedMap<String, byte[]> files = new TreeMap<>(good.files());
    files.put("rules/broken.drl", "package x\nrule \"a\" whn".getBytes(StandardCharsets.UTF_8));

    StrategyLoader.Result result = loader.load(new StrategyFiles(files));

    assertThat(result.loaded()).isEmpty();
    assertThat(result.problems())
        .extracting(p -> p.code() + " " + p.sheet() + " " + p.cell())
        .contains(
            "MOD-TAB-002 Frequency cap A1",
            "MOD-TAB-007 Frequency caps A2",
            "MOD-TAB-006 Frequency caps B2",
            "MOD-TAB-006 Frequency caps C2");
    assertThat(result.problems()).extracting(Problem::file).contains("rules/broken.drl");
    assertThat(result.problems())
        .extracting(Problem::hint)
        .contains("Did you mean Channel?", "Did you mean email?");
  }
}
