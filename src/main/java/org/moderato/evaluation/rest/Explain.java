package org.moderato.evaluation.rest;

import org.moderato.http.ServiceException;

/** The parameter {@code explain}. */
final class Explain {

  static final String DESCRIPTION =
      "limits: what stands in the way; all: rows that applied and passed, too.";
  static final String LIMITS = "limits";
  static final String ALL = "all";

  private Explain() {}

  /**
   * Whether rows that passed are listed, too.
   *
   * @throws ServiceException if it is neither
   */
  static boolean isAll(String explain) {
    if (!explain.equals(ALL) && !explain.equals(LIMITS)) {
      throw ServiceException.invalid("explain", "must be limits or all");
    }
    return explain.equals(ALL);
  }
}
