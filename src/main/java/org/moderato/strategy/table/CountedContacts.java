package org.moderato.strategy.table;

/**
 * Which contacts a row counts.
 *
 * @param scope by their labels: the row's own scope, unless {@code Counts ...} columns say
 *     otherwise
 * @param outcome by their outcome; {@link ValueMatch.Any} is the usual rule: reservations that
 *     stand, and contacts that were sent, unless they were aborted, skipped, refused or rejected.
 *     Listed words may be outcomes, {@code sent} (the usual rule) and {@code planned}
 * @param priority by their priority; {@link ValueMatch.Any}: whatever it is
 * @param onlyHigherPlanned whether planned contacts count only if their priority is higher than the
 *     message's: the cell {@code Counts priority: higher}
 */
public record CountedContacts(
    Scope scope, ValueMatch outcome, ValueMatch priority, boolean onlyHigherPlanned) {

  /** Everything, by the usual rule. */
  public static final CountedContacts DEFAULT =
      new CountedContacts(Scope.EVERYTHING, ValueMatch.ANY, ValueMatch.ANY, false);
}
