package org.moderato.release.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moderato.http.ErrorCode;
import org.moderato.http.FieldError;
import org.moderato.http.ServiceException;
import org.moderato.release.OvertakenException;
import org.moderato.release.PublicationService;
import org.moderato.release.ReleaseRecord;
import org.moderato.release.diff.Difference;
import org.moderato.release.diff.ReleaseDiff;

/** Shows releases to callers. */
@ApplicationScoped
class ReleaseViews {

  private static final int MOST = 50;

  private final PublicationService releases;
  private final ReleaseDiff diff;

  ReleaseViews(PublicationService releases, ReleaseDiff diff) {
    this.releases = releases;
    this.diff = diff;
  }

  ReleaseView of(ReleaseRecord release) {
    return ReleaseView.of(
        release, releases.report(release.id()).map(ReleaseViews::text).orElse(null));
  }

  private static String text(byte[] report) {
    return new String(report, StandardCharsets.UTF_8);
  }

  List<Difference> differences(String from, String to) {
    return diff.between(releases.files(from), releases.files(to));
  }

  /** Of two who publish at once the second is told what the first one changed. */
  ReleaseView orConflict(String id, Supplier<ReleaseRecord> work) {
    try {
      return of(work.get());
    } catch (OvertakenException e) {
      throw new ServiceException(
          ErrorCode.CONFLICT,
          "another release is in force: "
              + e.active()
              + "; store your change over it, or name it in over to replace it",
          changedMeanwhile(id, e.active()));
    }
  }

  private List<FieldError> changedMeanwhile(String id, @Nullable String active) {
    String base = releases.record(id).base();
    if (base == null || active == null) {
      return List.of();
    }
    return differences(base, active).stream().limit(MOST).map(ReleaseViews::words).toList();
  }

  private static FieldError words(Difference difference) {
    String name = difference.part() + (difference.id() == null ? "" : " " + difference.id());
    List<String> cells =
        difference.cells().stream()
            .map(c -> c.column() + ": " + orNothing(c.from()) + " -> " + orNothing(c.to()))
            .toList();
    return new FieldError(name, difference.kind().name().toLowerCase(Locale.ROOT) + " " + cells);
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "nothing" : text;
  }
}
