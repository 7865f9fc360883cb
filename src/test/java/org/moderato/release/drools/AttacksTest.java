package org.moderato.release.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.release.Problem;
import org.moderato.release.guard.Finding;

/** Rule files that try to be programs are refused at their line, and nothing of them ever runs. */
class AttacksTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path folder;

  private Canary canary;

  @BeforeEach
  void listen() throws IOException {
    canary = new Canary(folder);
  }

  @AfterEach
  void close() throws IOException {
    canary.close();
  }

  @TestFactory
  Stream<DynamicTest> isRefusedAtItsLine() {
    return AttackFiles.refused().stream()
        .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> check(attack)));
  }

  private void check(AttackFiles attack) throws IOException {
    List<Problem> problems =
        assertTimeoutPreemptively(PATIENCE, () -> problems(attack.rules(), Layers.ALL));

    assertThat(problems)
        .extracting(problem -> problem.cell() + " " + problem.code())
        .contains(attack.expected());
    assertThat(problems).extracting(Problem::file).contains("rules/attack.drl");
    assertThat(canary.hasFired()).as("the attack has run").isFalse();
  }

  /** All problems; rules that are accepted in spite of all are fired. */
  private static List<Problem> problems(TestRules rules, Layers layers) {
    List<Problem> problems = new ArrayList<>(rules.read().problems());
    Compiled compiled = rules.compile(layers.on());
    compiled.rules().ifPresent(Firing::once);
    problems.addAll(compiled.problems());
    return problems;
  }

  @TestFactory
  Stream<DynamicTest> whatIsHarmlessIsAccepted() {
    return AttackFiles.harmless().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.name(),
                    () ->
                        assertThat(problems(file.rules(), Layers.ALL)).as(file.name()).isEmpty()));
  }

  @Test
  void areMany() {
    assertThat(AttackFiles.refused()).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"enum-constant", "serial-version"})
  void withoutTheCheckOfFormsCodeRunsWhileItIsCompiled(String attack) throws IOException {
    problems(AttackFiles.refused(attack).rules(), Layers.without(Layer.FORMS));

    assertThat(canary.hasFired()).isTrue();
  }

  @Test
  void withoutTheCheckOfByteCodeAForeignMethodOfAKnownNameIsCalled() {
    TestRules rules = AttackFiles.refused("then-object-wait").rules();

    assertThat(problems(rules, Layers.without(Layer.BYTE_CODE)))
        .extracting(Problem::code)
        .isEmpty();
  }

  @Test
  void withoutBothAConsequenceRuns() throws IOException {
    TestRules rules = AttackFiles.refused("then-canary").rules();

    problems(rules, Layers.without(Layer.FORMS, Layer.BYTE_CODE));

    assertThat(canary.hasFired()).isTrue();
  }

  @Test
  void byteCodeAloneStopsAConsequence() throws IOException {
    TestRules rules = AttackFiles.refused("then-canary").rules();

    assertThat(problems(rules, Layers.without(Layer.FORMS)))
        .extracting(problem -> problem.cell() + " " + problem.code())
        .containsExactly("15 MOD-GRD-002");
    assertThat(canary.hasFired()).isFalse();
  }

  /** Code in them runs while rules are built, before there is byte code to look at. */
  private static final Set<String> INSIDE_THE_BUILD =
      Set.of("enum-constant.drl", "serial-version.drl");

  /** The engine does not load them. */
  private static final Set<String> STUMBLING = Set.of("when-window.drl");

  @TestFactory
  Stream<DynamicTest> byteCodeAloneStopsWhatDoesNotRunInsideTheBuild() {
    return AttackFiles.refused().stream()
        .filter(attack -> !attack.expected().endsWith(Finding.LIMIT))
        .filter(attack -> !INSIDE_THE_BUILD.contains(attack.name()))
        .filter(attack -> !STUMBLING.contains(attack.name()))
        .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> checkByteCode(attack)));
  }

  private void checkByteCode(AttackFiles attack) throws IOException {
    problems(attack.rules(), Layers.without(Layer.FORMS));

    assertThat(canary.hasFired()).as("the attack has run").isFalse();
  }
}
