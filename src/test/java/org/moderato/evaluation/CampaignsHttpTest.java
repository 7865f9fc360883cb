package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderato.Document;
import org.moderato.OnH2;
import org.moderato.ServedStrategy;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

/** The new kind of table of rule-api.md, over real traffic. */
@QuarkusTest
@TestProfile(OnH2.class)
class CampaignsHttpTest extends ReplayCase {

  private static final Document EXAMPLE = Document.ruleApi();

  @Test
  void allowsTwoCampaignsAtOnce() throws Exception {
    ServedStrategy.use("campaigns", CampaignsHttpTest::save);
    List<String> requests = RealTraffic.campaigns();

    assertThat(requests).hasSize(6_589);
    assertThat(allowed("campaigns", requests)).isEqualTo(6_297);
  }

  /** The example of the document: one rule file and one sheet. */
  private static void save(TestFolder folder) {
    folder
        .write(
            "rules/running-campaigns.drl",
            EXAMPLE.blocks("drl").get(0).getBytes(StandardCharsets.UTF_8))
        .workbook(
            "campaigns.xlsx",
            new TestWorkbooks().sheet("Running campaigns", EXAMPLE.blocks("text").get(0)));
  }
}
