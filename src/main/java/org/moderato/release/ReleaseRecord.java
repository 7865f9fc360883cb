package org.moderato.release;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release and its life, as the database has them.
 *
 * @param id what answers name
 * @param number from 1, in the order of storing
 * @param hash of its files, 64 hex digits
 * @param details what was said when it was stored
 * @param base the release that was in force then; null: none was
 * @param storedAt when, in UTC
 * @param state where it stands
 * @param effectiveFrom when it takes over; null: it is not scheduled
 * @param actions what was done with it, in order
 */
public record ReleaseRecord(
    String id,
    long number,
    String hash,
    ReleaseDetails details,
    @Nullable String base,
    Instant storedAt,
    ReleaseState state,
    @Nullable Instant effectiveFrom,
    List<ReleaseAction> actions) {

  public ReleaseRecord {
    actions = List.copyOf(actions);
  }

  /** Whether it is or was in force. */
  public boolean wasPublished() {
    return actions.stream().anyMatch(action -> action.kind() == ReleaseAction.Kind.PUBLISHED);
  }

  /** Whether somebody agreed to it. */
  public boolean isApproved() {
    return actions.stream().anyMatch(action -> action.kind() == ReleaseAction.Kind.APPROVED);
  }
}
