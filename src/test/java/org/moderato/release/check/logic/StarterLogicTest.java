package org.moderato.release.check.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import org.moderato.release.check.CheckPipeline;

class StarterLogicTest {

  @Test
  void theStrategyThatShipsGivesNoReasonToWarn() {
    CheckPipeline pipeline =
        new CheckPipeline(
            StrategyLoader.standalone(),
            List.of(new TableLogicCheck(Checked.CLOCK)),
            Checked.CLOCK);

    assertThat(pipeline.check(StrategyFiles.readFrom(Path.of(".")), Optional.empty()).problems())
        .isEmpty();
  }
}
