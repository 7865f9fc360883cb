package org.moderato.overload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkersTest {

  private static Workers workers(Integer all, Integer reserved, int processors) {
    TestOverload config =
        new TestOverload(
            Optional.ofNullable(all), Optional.ofNullable(reserved), 1, 2, 3, Duration.ZERO);
    return Workers.of(config, processors);
  }

  @ParameterizedTest
  @CsvSource({"1, 3, 2", "2, 6, 5", "4, 12, 9", "64, 16, 12"})
  void aFewPerProcessor(int processors, int all, int shared) {
    assertThat(workers(null, null, processors)).isEqualTo(new Workers(all, shared));
  }

  @Test
  void asManyAsTheSettingsSay() {
    assertThat(workers(40, 0, 2)).isEqualTo(new Workers(40, 40));
    assertThat(workers(1, 1, 2)).as("somebody works on the others").isEqualTo(new Workers(1, 1));
  }
}
