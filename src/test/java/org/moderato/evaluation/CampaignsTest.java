package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moderato.Document;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

/** The new kind of table of rule-api.md, over real traffic. */
@QuarkusTest
@TestProfile(CampaignsTest.Replay.class)
class CampaignsTest extends ReplayCase {

  private static final Document EXAMPLE = Document.ruleApi();

  /** The example of the document: one rule file and one sheet. */
  public static class Replay implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return settings(
          new TestFolder("campaigns")
              .write(
                  "rules/running-campaigns.drl",
                  EXAMPLE.blocks("drl").get(0).getBytes(StandardCharsets.UTF_8))
              .workbook(
                  "campaigns.xlsx",
                  new TestWorkbooks().sheet("Running campaigns", EXAMPLE.blocks("text").get(0))));
    }
  }

  @Test
  void allowsTwoCampaignsAtOnce() throws Exception {
    List<String> requests = RealTraffic.campaigns();

    assertThat(requests).hasSize(6_589);
    assertThat(allowed("campaigns", requests)).isEqualTo(6_297);
  }
}
