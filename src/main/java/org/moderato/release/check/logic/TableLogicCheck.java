package org.moderato.release.check.logic;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.moderato.release.Problem;
import org.moderato.release.check.Candidate;
import org.moderato.release.check.Findings;
import org.moderato.release.check.StrategyCheck;

/** Warns of rows, tables and rules that cannot be meant, or mean nothing. */
@ApplicationScoped
public class TableLogicCheck implements StrategyCheck {

  private final TableLogic logic;

  public TableLogicCheck(Clock clock) {
    this.logic = new TableLogic(clock, TableLogic.TIME);
  }

  @Override
  public Findings check(Candidate candidate) {
    List<Problem> problems = new ArrayList<>(logic.check(candidate.loaded().strategy()));
    Report rules = new Report();
    new RuleUse(candidate, rules).check();
    problems.addAll(rules.problems());
    return Findings.of(problems);
  }
}
