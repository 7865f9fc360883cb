package org.moderato.release;

import org.jspecify.annotations.Nullable;

/**
 * What people say of a release when they store it.
 *
 * @param origin where its files came from
 * @param author who made it, 1 to 128 characters
 * @param label a name for people, at most 200 characters; null: none
 * @param note what changed and why, at most 2,000 characters; null: none
 */
public record ReleaseDetails(
    Origin origin, String author, @Nullable String label, @Nullable String note) {

  /** Of files that were saved in the folder: nobody knows who did. */
  public static final ReleaseDetails FOLDER =
      new ReleaseDetails(Origin.FOLDER, "folder", null, null);

  /** Where the files of a release came from. */
  public enum Origin {
    FOLDER,
    UPLOAD
  }
}
