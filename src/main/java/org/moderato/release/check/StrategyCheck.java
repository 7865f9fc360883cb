package org.moderato.release.check;

/** Looks at a strategy from one side. A bean of this type is part of every check in the service. */
public interface StrategyCheck {

  /** Never throws for what is wrong with the strategy; bounds its own time. */
  Findings check(Candidate candidate);

  /** Whether what it finds may keep a release from being published: it is asked again then. */
  default boolean mayBlock() {
    return false;
  }
}
