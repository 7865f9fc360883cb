package org.moderato.release.drools;

import java.time.Duration;

/** How much a strategy's rules may be. */
final class RuleLimits {

  /** Characters of a rule file. */
  static final int FILE = 200_000;

  /** Characters of a rule table as rule text. */
  static final int TABLE = 2_000_000;

  /** Characters of a rule. */
  static final int RULE = 20_000;

  /** Characters after {@code then}. */
  static final int CONSEQUENCE = 4_000;

  /** Combinations that "or" makes of a rule's conditions. */
  static final int WAYS = 64;

  /** Conditions of a rule. */
  static final int PATTERNS = 40;

  /** Rows of a rule table: Drools compiles a rule of each. */
  static final int ROWS = 2_000;

  /** Rules of a strategy, those of rule tables included. */
  static final int RULES = 5_000;

  /** How long compiling may take. */
  static final Duration COMPILING = Duration.ofMinutes(3);

  private RuleLimits() {}
}
