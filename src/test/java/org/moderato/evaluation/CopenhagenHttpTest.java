package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.OnH2;

/** Real traffic on the embedded database: what is allowed was counted outside the product. */
@QuarkusTest
@TestProfile(OnH2.class)
class CopenhagenHttpTest extends ReplayCase {

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          24 hours | 1,                                   4116
          7 days | 3,                                     4151
          24 hours | 2 and 7 days | 5,                    5497
          24 hours | 1 and 7 days | 3 and 30 days | 10,   3252
          """)
  void allowsExactlyAsManyAsAnIndependentCount(String caps, long expected) throws Exception {
    use(caps.split(" and "));
    String run = UUID.randomUUID().toString();

    assertThat(allowed(caps, RealTraffic.copenhagen(run))).isEqualTo(expected);
  }
}
