package org.moderato.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.moderato.release.Problem;
import org.moderato.release.StrategyFiles;
import org.moderato.scenario.file.ScenarioFile;
import org.moderato.scenario.file.ScenarioReader;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.Trace;

/** What the words of a scenario may be: known ones, or unknown ones on purpose. */
class ScenarioWordsTest {

  private static final Strategy STRATEGY =
      TestSuite.of(StrategyFiles.readFrom(Path.of("."))).strategy();

  private static ScenarioFile read(String yaml) {
    return new ScenarioReader(STRATEGY)
        .read("rules/scenarios/mine.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  private static ScenarioResult run(String yaml) {
    ScenarioFile file = read(yaml);
    assertThat(file.problems()).isEmpty();
    return new ScenarioRunner(STRATEGY, Trace.NONE).run(file.scenarios().get(0));
  }

  private static void assertPasses(String yaml) {
    assertThat(run(yaml).steps().get(0).mismatches()).isEmpty();
  }

  @Test
  void aWordOutsideItsVocabularyIsWarnedOfAndTheScenarioRuns() {
    ScenarioFile file =
        read(
            """
            name: Misspelt
            now: 2026-11-20T12:00
            customer: { situations: [complaintt], stage: custmer }
            history:
              - { at: -1h, channel: email, category: promotoin }
            message: { channel: email, alternatives: [sms, fone], category: news }
            expect: { outcome: SEND }
            """);

    assertThat(file.scenarios()).hasSize(1);
    assertThat(file.problems())
        .allSatisfy(p -> assertThat(p.severity()).isEqualTo(Problem.Severity.WARNING))
        .extracting(Problem::toString)
        .contains(
            "rules/scenarios/mine.yaml!3: MOD-SCN-008 \"complaintt\" is not in the vocabulary of"
                + " situation (Did you mean complaint?)",
            "rules/scenarios/mine.yaml!5: MOD-SCN-008 \"promotoin\" is not in the vocabulary of"
                + " category (Did you mean promotion?)",
            "rules/scenarios/mine.yaml!6: MOD-SCN-008 \"fone\" is not in the vocabulary of"
                + " channel (Did you mean phone?)");
  }

  @Test
  void aWordThatIsUnknownOnPurposeIsNotWarnedOf() {
    ScenarioFile file =
        read(
            """
            name: Gossip
            unknown words: [Gossip]
            now: 2026-11-20T12:00
            message: { channel: email, category: gossip }
            expect: { also findings of: unknown value }
            """);

    assertThat(file.problems()).isEmpty();
  }

  @Test
  void aMessageThatExpiresIsExpectedAsAPolicy() {
    assertPasses(
        """
        name: At night, and gone in the morning
        now: 2026-11-20T23:00
        customer: { zone: Europe/Berlin, country: DE }
        message: { channel: push, category: promotion, expiresAt: +1h }
        expect: { outcome: SUPPRESS, policy: expired, reason: expires before }
        """);
  }

  @Test
  void aTimeOfWhichNobodyKnowsIsExpectedAsProvisional() {
    String yaml =
        """
        name: Who complains is left alone until that is over
        now: 2026-11-20T12:00
        customer: { zone: Europe/Berlin, situations: [complaint] }
        message: { channel: email, category: promotion }
        expect: { row: complaint, provisional: %s }
        """;

    assertPasses(yaml.formatted(true));
    assertThat(run(yaml.formatted(false)).steps().get(0).mismatches())
        .containsExactly("expected provisional false, was true");
  }

  @Test
  void aScenarioWithANameThatStandsTwiceDoesNotRunAndTheOthersDo() {
    ScenarioFile file =
        read(
            """
            scenarios:
              - name: Two channels
                now: 2026-11-20T12:00
                message: { channel: email, category: news, channel: sms }
                expect: { outcome: SEND }
              - name: Fine
                now: 2026-11-20T12:00
                message: { channel: email, category: news }
                expect: { outcome: SEND }
            """);

    assertThat(file.problems()).extracting(Problem::code).containsExactly("MOD-SCN-002");
    assertThat(file.scenarios()).extracting(Scenario::name).containsExactly("Fine");
  }

  @Test
  void aMessageOfAnEarlierStepMayBeAnswered() {
    ScenarioFile file =
        read(
            """
            name: They answer
            now: 2026-11-20T12:00
            message: { channel: email, category: news }
            expect: { outcome: SEND }
            then:
              - after: 1 hour
                responses: [{ at: -1m, response: reply, to: message-1 }]
                expect: { outcome: SEND }
            """);

    assertThat(file.problems()).isEmpty();
  }
}
