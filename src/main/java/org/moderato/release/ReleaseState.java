package org.moderato.release;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moderato.release.ReleaseAction.Kind;

/** Where a release stands in its life; follows from what was done with it. */
@Schema(description = "Where a release stands in its life.")
public enum ReleaseState {
  /** Stored, and not checked. */
  DRAFT,
  /** Checked; its report says with what result. */
  CHECKED,
  /** Somebody else than its author agreed. */
  APPROVED,
  /** Takes over at an instant to come. */
  SCHEDULED,
  /** In force. */
  PUBLISHED,
  /** Was in force. */
  SUPERSEDED;

  /**
   * Derives it.
   *
   * @param actions what was done with the release, in order
   */
  public static ReleaseState of(
      List<ReleaseAction> actions, boolean isActive, boolean isScheduled) {
    if (isActive) {
      return PUBLISHED;
    }
    if (isScheduled) {
      return SCHEDULED;
    }
    if (has(actions, Kind.PUBLISHED)) {
      return SUPERSEDED;
    }
    if (has(actions, Kind.APPROVED)) {
      return APPROVED;
    }
    return has(actions, Kind.CHECKED) ? CHECKED : DRAFT;
  }

  private static boolean has(List<ReleaseAction> actions, Kind kind) {
    return actions.stream().anyMatch(action -> action.kind() == kind);
  }
}
