package org.moderato.release.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;

/**
 * What one check found.
 *
 * @param problems what somebody should look at
 * @param scenarios what came of scenarios; null: it ran none
 * @param impact what would have been answered; null: it did not ask
 */
public record Findings(
    List<Problem> problems, @Nullable ScenarioCount scenarios, @Nullable Impact impact) {

  public Findings {
    problems = List.copyOf(problems);
  }

  public static Findings of(List<Problem> problems) {
    return new Findings(problems, null, null);
  }
}
