package org.moderato.release.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.moderato.release.Problem;

/** Rules are so many, so long, and compiled for so long. */
class RuleLimitsTest {

  private static final Duration SHORT = Duration.ofMillis(100);

  private static String table(int rows) {
    return """
    RuleSet¦moderato.cells
    Import¦org.moderato.strategy.fact.Message, org.moderato.strategy.rule.VerdictBuilder
    Variables¦VerdictBuilder verdict

    RuleTable Stop
    CONDITION¦ACTION
    $m : Message¦
    category¦verdict.suppress("$param");
    Category¦Reason
    """
        + IntStream.range(0, rows).mapToObj(i -> "c" + i + "¦no").collect(Collectors.joining("\n"));
  }

  @Test
  void aTableHasUpToTwoThousandRows() {
    Compiled compiled = RuleTexts.compile(RuleTexts.sheet(table(2_001)), Layers.ALL);

    assertThat(compiled.problems())
        .extracting(p -> p.cell() + " " + p.code() + " " + p.message())
        .containsExactly("B2010 MOD-GRD-004 The rule table has more than 2000 rows");
    assertThat(render(2_000)).isEmpty();
  }

  private static List<Problem> render(int rows) {
    List<Problem> problems = new ArrayList<>();
    new TableRenderer(problems).render(RuleTexts.sheet(table(rows)));
    return problems;
  }

  @Test
  void aFileHasUpToTwoHundredThousandCharacters() {
    TestRules rules = TestRules.drl("// " + "x".repeat(200_000));

    assertThat(rules.problems())
        .containsExactly("rules/test.drl: MOD-GRD-004 The rules are longer than 200000 characters");
  }

  @Test
  void aConsequenceHasUpToFourThousandCharacters() {
    String longText = "verdict.suppress(\"" + "x".repeat(4_000) + "\");";
    TestRules rules =
        TestRules.drl("rule \"a\" @kind( \"t\" ) when Message() then " + longText + " end");

    assertThat(rules.problems()).first().asString().contains("rules/test.drl!8: MOD-GRD-004");
  }

  @Test
  void aStrategyHasUpToFiveThousandRules() {
    String rules =
        IntStream.range(0, 5_001)
            .mapToObj(i -> "rule a" + i + " when then end\n")
            .collect(Collectors.joining());

    assertThat(TestRules.drl(rules).problems())
        .containsExactly("rules: MOD-GRD-004 The strategy has more than 5000 rules");
  }

  @Test
  void compilingIsGivenUpAfterAWhileAndNothingElseIsCompiledMeanwhile() {
    CountDownLatch end = new CountDownLatch(1);

    Compiled first = CompileTime.bounded(() -> waiting(end), SHORT);
    Compiled second = CompileTime.bounded(RuleLimitsTest::nothing, SHORT);
    end.countDown();

    assertThat(first.problems()).extracting(Problem::code).containsExactly("MOD-GRD-006");
    assertThat(second.problems())
        .extracting(Problem::message)
        .containsExactly("Other rules are still being compiled");
    Awaitility.await().until(() -> compiles(RuleLimitsTest::nothing));
  }

  private static boolean compiles(Supplier<Compiled> build) {
    return CompileTime.bounded(build, SHORT).problems().isEmpty();
  }

  private static Compiled waiting(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return nothing();
  }

  private static Compiled nothing() {
    return new Compiled(Optional.empty(), List.of());
  }
}
