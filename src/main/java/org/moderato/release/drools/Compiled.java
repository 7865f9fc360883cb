package org.moderato.release.drools;

import java.util.List;
import java.util.Optional;
import org.moderato.release.Problem;

/**
 * What came of compiling.
 *
 * @param rules empty if there is an error
 * @param problems what is wrong
 */
public record Compiled(Optional<CompiledRules> rules, List<Problem> problems) {

  public Compiled {
    problems = List.copyOf(problems);
  }
}
