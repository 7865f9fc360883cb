package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.OnPostgres;

/** The same on PostgreSQL, with all three caps. */
@QuarkusTest
@TestProfile(OnPostgres.class)
class CopenhagenOnPostgresHttpTest extends ReplayCase {

  @Test
  void allowsExactlyAsManyAsAnIndependentCount() throws Exception {
    use("24 hours | 1", "7 days | 3", "30 days | 10");

    assertThat(allowed("three caps on PostgreSQL", RealTraffic.copenhagen("pg"))).isEqualTo(3_252);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          24 hours | 1,                     4116
          7 days | 3,                       4151
          24 hours | 2 and 7 days | 5,      5497
          """)
  @Tag("guarantee")
  void allowsExactlyAsManyWhateverTheCaps(String caps, long expected) throws Exception {
    use(caps.split(" and "));

    assertThat(allowed(caps, RealTraffic.copenhagen(UUID.randomUUID().toString())))
        .isEqualTo(expected);
  }
}
