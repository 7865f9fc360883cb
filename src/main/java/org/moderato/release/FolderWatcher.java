package org.moderato.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the strategy's folder has changed and settled: sizes, times and contents are the
 * same twice, some time apart. So a half-written file is never read as a change. Not thread-safe.
 */
final class FolderWatcher {

  /** No editor needs longer to save. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path folder;
  private final Duration settle;
  private final Clock clock;

  /** The listing whose contents were last delivered, or found to be nothing new. */
  private SortedMap<String, Stamp> settled;

  private String deliveredHash;
  private @Nullable Candidate candidate;
  private @Nullable Instant unreadableSince;

  private record Stamp(long size, long modified) {}

  private record Candidate(SortedMap<String, Stamp> listing, String hash, Instant since) {}

  /**
   * @param known what is known of the folder so far
   */
  FolderWatcher(Path folder, StrategyFiles known, Duration settle, Clock clock) {
    this.folder = folder;
    this.settle = settle;
    this.clock = clock;
    // An empty listing differs from any folder with files: the first look compares contents.
    this.settled = new TreeMap<>();
    this.deliveredHash = known.hash();
  }

  /**
   * Looks once; returns the files if they have changed and settled.
   *
   * @throws UncheckedIOException if they cannot be read for longer than an editor ever needs; once,
   *     until they can be read again
   */
  Optional<StrategyFiles> look() {
    try {
      Optional<StrategyFiles> changed = compare(listing());
      unreadableSince = null;
      return changed;
    } catch (UncheckedIOException e) {
      // A file vanished or is locked by its editor: it has not settled yet.
      candidate = null;
      if (isTooLong()) {
        forget();
        throw e;
      }
      return Optional.empty();
    }
  }

  private boolean isTooLong() {
    if (unreadableSince == null) {
      unreadableSince = clock.instant();
    }
    boolean isTooLong = clock.instant().isAfter(unreadableSince.plus(PATIENCE));
    if (isTooLong) {
      unreadableSince = Instant.MAX.minus(PATIENCE);
    }
    return isTooLong;
  }

  /** What was delivered last did not arrive: the next look delivers again. */
  void forget() {
    settled = new TreeMap<>();
    deliveredHash = "";
  }

  private Optional<StrategyFiles> compare(SortedMap<String, Stamp> listing) {
    if (listing.equals(settled)) {
      candidate = null;
      return Optional.empty();
    }
    Candidate before = candidate;
    if (before == null || !before.listing().equals(listing)) {
      candidate = new Candidate(listing, StrategyFiles.readFrom(folder).hash(), clock.instant());
      return Optional.empty();
    }
    if (clock.instant().isBefore(before.since().plus(settle))) {
      return Optional.empty();
    }
    return read(before);
  }

  private Optional<StrategyFiles> read(Candidate before) {
    StrategyFiles files = StrategyFiles.readFrom(folder);
    String hash = files.hash();
    if (!hash.equals(before.hash()) || !listing().equals(before.listing())) {
      candidate = null;
      return Optional.empty();
    }
    settled = before.listing();
    candidate = null;
    boolean isNew = !hash.equals(deliveredHash);
    deliveredHash = hash;
    return isNew ? Optional.of(files) : Optional.empty();
  }

  private SortedMap<String, Stamp> listing() {
    SortedMap<String, Stamp> listing = new TreeMap<>();
    Stream.of("rules", "decision-tables")
        .flatMap(part -> StrategyFiles.paths(folder.resolve(part)))
        .forEach(path -> listing.put(path.toString(), stamp(path)));
    return listing;
  }

  private static Stamp stamp(Path path) {
    try {
      return new Stamp(Files.size(path), Files.getLastModifiedTime(path).toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
