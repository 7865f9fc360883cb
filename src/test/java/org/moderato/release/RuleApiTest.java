package org.moderato.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.TestStrategy.view;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.Document;
import org.moderato.TestStrategy;
import org.moderato.release.workbook.TestWorkbooks;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Judge;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.rule.Counted;
import org.moderato.strategy.rule.Effort;
import org.moderato.strategy.rule.History;
import org.moderato.strategy.rule.Policies;
import org.moderato.strategy.rule.VerdictBuilder;

/** What rule-api.md says is so. */
class RuleApiTest {

  /** Public for the engine and the judge; the document says that others are not for rules. */
  private static final Set<String> ENGINE =
      Set.of(
          "fired",
          "lookedUp",
          "applied",
          "asked",
          "firing",
          "said",
          "exemptions",
          "preferences",
          "fullness",
          "limit",
          "measure",
          "isProvisional");

  private final Document document = Document.ruleApi();

  @ParameterizedTest
  @ValueSource(classes = {Policies.class, History.class, VerdictBuilder.class, Counted.class})
  void namesWhatRulesMayCall(Class<?> type) {
    assertThat(
            Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(RuleApiTest::inRules)
                .filter(name -> !ENGINE.contains(name)))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(document.text()).containsPattern("`" + name + "[`(]"));
  }

  /** {@code getLast} is written {@code last}. */
  private static String inRules(Method method) {
    String name = method.getName();
    return name.startsWith("get")
        ? Character.toLowerCase(name.charAt(3)) + name.substring(4)
        : name;
  }

  @Test
  void namesTheTypesThatFieldsMayHave() {
    StrategyLoader.Result refused = load("declare A extends PolicyRow @kind( \"a\" ) b : Foo end");

    String hint = String.valueOf(refused.problems().get(0).hint());
    assertThat(hint).startsWith("Use one of [");
    assertThat(hint.replaceFirst("Use one of \\[(.*)]", "$1").split(", "))
        .allSatisfy(type -> assertThat(document.text()).contains("`" + type + "`"));
  }

  @Test
  void addsANewKindOfTableToTheShippedStrategyWithoutJava() {
    StrategyLoader.Result result = load(document.blocks("drl").get(0));

    assertThat(result.problems()).isEmpty();
    StrategyLoader.Loaded loaded = result.loaded().orElseThrow();
    Verdict third =
        new Judge(
                loaded.strategy(),
                view(
                    campaign("one", "2026-10-01", "12-24"), campaign("two", "2026-11-01", "12-06")),
                Effort.unbounded(),
                false)
            .judge(message("2026-12-31"), Instant.parse("2026-11-22T09:00:00Z"));
    assertThat(third.outcome()).isEqualTo(Outcome.DEFER);
    assertThat(third.at()).isEqualTo("2026-12-06T00:00:00.000001Z");
    assertThat(third.decisive().row()).isEqualTo("two");
    assertThat(third.decisive().counted()).containsExactly("one", "two");
    loaded.disposal().run();
  }

  private StrategyLoader.Result load(String rules) {
    SortedMap<String, byte[]> files = new TreeMap<>(StrategyFiles.readFrom(Path.of(".")).files());
    files.put("rules/running-campaigns.drl", rules.getBytes(StandardCharsets.UTF_8));
    files.put(
        "decision-tables/campaigns.xlsx",
        new TestWorkbooks().sheet("Running campaigns", document.blocks("text").get(0)).bytes());
    return StrategyLoader.standalone().load(new StrategyFiles(files));
  }

  private static Contact campaign(String id, String from, String to) {
    return new Contact(
        UUID.randomUUID(),
        "marketing",
        id,
        Instant.parse(from + "T00:00:00Z"),
        Instant.parse("2026-" + to + "T00:00:00Z"),
        ContactStatus.SENT,
        null,
        null,
        labels());
  }

  private static Message message(String endsOn) {
    Instant endsAt = Instant.parse(endsOn + "T00:00:00Z");
    return new Message("three", labels(), List.of(), null, endsAt);
  }

  private static Labels labels() {
    return TestStrategy.labels("email", "promotion", "marketing");
  }
}
