package org.moderato.release.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.moderato.release.Problem;

/** A table that is too large for the memory is refused, and nobody dies of it. */
class CompileMemoryTest {

  private static final long MEGABYTE = 1 << 20;

  @Test
  void refusesRulesThatNeedMoreMemoryThanIsFree() {
    assertThat(CompileMemory.problem(2_000, 400 * MEGABYTE))
        .map(Problem::message)
        .hasValue(
            "The 2,000 rules need about 1,144 MB of memory while they are compiled, and 400 MB are"
                + " free");
    assertThat(CompileMemory.problem(100, 400 * MEGABYTE)).isEmpty();
    assertThat(CompileMemory.problem(30)).isEmpty();
  }

  @Test
  void memoryThatRunsOutIsAProblemOfTheRules() {
    Compiled compiled =
        CompileTime.bounded(
            () -> {
              throw new OutOfMemoryError("as if");
            },
            Duration.ofSeconds(10));

    assertThat(compiled.rules()).isEmpty();
    assertThat(compiled.problems()).extracting(Problem::code).containsExactly("MOD-GRD-004");
  }
}
