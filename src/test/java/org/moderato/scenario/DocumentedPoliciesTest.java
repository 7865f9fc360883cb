package org.moderato.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.Trace;
import org.yaml.snakeyaml.Yaml;

/**
 * Strategies of workbooks and rules express the documented policies of other products and of the
 * law: every case is a test of its own.
 */
class DocumentedPoliciesTest {

  private static final List<DocumentedPolicies.Policy> POLICIES = DocumentedPolicies.readAll();
  private static final DocumentedStrategies STRATEGIES = new DocumentedStrategies();

  /** What came of each case, by policy and number. */
  private static final Map<String, ScenarioResult> RESULTS = new HashMap<>();

  /** Why a case cannot be expressed, by policy and number. */
  private static final Map<String, String> EXCEPTIONS = exceptions();

  private static Map<String, String> exceptions() {
    List<Map<String, Object>> exceptions =
        new Yaml()
            .load(DocumentedPolicies.text(DocumentedPolicies.FOLDER.resolve("exceptions.yaml")));
    return exceptions.stream()
        .collect(
            Collectors.toMap(
                exception -> exception.get("policy") + " " + exception.get("case"),
                exception -> Objects.requireNonNull(exception.get("reason")).toString()));
  }

  @TestFactory
  Stream<DynamicContainer> policies() {
    return POLICIES.stream()
        .map(
            policy ->
                DynamicContainer.dynamicContainer(
                    policy.id(),
                    DocumentedStrategies.file(policy.id()).toUri(),
                    policy.cases().stream().map(DocumentedPoliciesTest::test)));
  }

  private static DynamicTest test(DocumentedCase documented) {
    URI place = URI.create(DocumentedPolicies.CASES.toUri() + "?line=" + documented.line());
    return DynamicTest.dynamicTest(documented.name(), place, () -> check(documented));
  }

  private static void check(DocumentedCase documented) {
    ScenarioResult result = result(documented);
    String reason = EXCEPTIONS.get(key(documented));
    SuiteReport report = new SuiteReport(List.of(result), List.of(), new CoverageReport(List.of()));
    assertThat(result.state())
        .as(reason == null ? TextReport.of(report, false) : "an exception, and it passes")
        .isEqualTo(reason == null ? ScenarioResult.State.PASSED : ScenarioResult.State.FAILED);
  }

  private static ScenarioResult result(DocumentedCase documented) {
    return RESULTS.computeIfAbsent(key(documented), key -> run(documented));
  }

  private static ScenarioResult run(DocumentedCase documented) {
    Strategy strategy = STRATEGIES.of(documented);
    return new ScenarioRunner(strategy, Trace.NONE).run(documented.scenario(strategy));
  }

  private static String key(DocumentedCase documented) {
    return documented.policy() + " " + documented.number();
  }

  @Test
  void areAllExpressed() {
    int cases = 0;
    long passed = 0;
    for (DocumentedPolicies.Policy policy : POLICIES) {
      long good = policy.cases().stream().filter(DocumentedPoliciesTest::passes).count();
      System.out.printf("%-60s %2d of %2d%n", policy.id(), good, policy.cases().size());
      cases += policy.cases().size();
      passed += good;
    }
    System.out.printf("%d policies, %d of %d cases pass%n", POLICIES.size(), passed, cases);
    assertThat(POLICIES).hasSize(37);
    assertThat(cases).isEqualTo(165);
    assertThat(passed).isEqualTo(cases - EXCEPTIONS.size());
  }

  private static boolean passes(DocumentedCase documented) {
    return result(documented).state() == ScenarioResult.State.PASSED;
  }
}
