package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

/** A new kind of table without Java: at most so many campaigns running at once. */
@QuarkusTest
@TestProfile(CampaignsTest.Replay.class)
class CampaignsTest extends ReplayCase {

  private static final String RULE =
      """
      package moderato.rules

      import org.moderato.strategy.fact.Message
      import org.moderato.strategy.rule.Counted
      import org.moderato.strategy.rule.History
      import org.moderato.strategy.rule.Policies
      import org.moderato.strategy.rule.VerdictBuilder
      import org.moderato.strategy.table.CountingRow

      global Policies policies
      global History history
      global VerdictBuilder verdict

      declare RunningCampaigns extends CountingRow
          @kind( "running campaigns" )
          atMost : Integer
      end

      rule "Running campaigns"
      when
          $message : Message()
          $row : RunningCampaigns() from policies.matching("RunningCampaigns", $message)
          $running : Counted( reaches($row.atMost) ) from history.running($row)
      then
          verdict.wait($row, $running);
      end
      """;

  /** One rule file and one sheet. */
  public static class Replay implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return settings(
          new TestFolder("campaigns")
              .write("rules/running-campaigns.drl", RULE.getBytes(StandardCharsets.UTF_8))
              .workbook(
                  "campaigns.xlsx",
                  new TestWorkbooks()
                      .sheet("Running campaigns", "Id | Category | At most\ntwo | campaign | 2")));
    }
  }

  @Test
  void allowsTwoCampaignsAtOnce() throws Exception {
    List<String> requests = RealTraffic.campaigns();

    assertThat(requests).hasSize(6_589);
    assertThat(allowed("campaigns", requests)).isEqualTo(6_297);
  }
}
