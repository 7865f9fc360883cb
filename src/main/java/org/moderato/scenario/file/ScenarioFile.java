package org.moderato.scenario.file;

import java.util.List;
import org.moderato.release.Problem;
import org.moderato.scenario.Scenario;

/**
 * What a file of scenarios holds.
 *
 * @param file path inside the strategy
 * @param scenarios those that can be run, in their order
 * @param problems what is wrong with the others
 */
public record ScenarioFile(String file, List<Scenario> scenarios, List<Problem> problems) {

  public ScenarioFile {
    scenarios = List.copyOf(scenarios);
    problems = List.copyOf(problems);
  }
}
