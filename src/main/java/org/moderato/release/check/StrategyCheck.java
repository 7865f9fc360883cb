package org.moderato.release.check;

/** Looks at a strategy from one side. A bean of this type is part of every check in the service. */
public interface StrategyCheck {

  /** Never throws for what is wrong with the strategy; bounds its own time. */
  Findings check(Candidate candidate);
}
