package org.moderato.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.http.ErrorCode;
import org.moderato.http.FieldError;
import org.moderato.http.ServiceException;
import org.moderato.release.ReleaseAction.Kind;
import org.moderato.release.check.CheckReport;
import org.moderato.release.store.ReleaseLife;
import org.moderato.release.store.ReleaseStore;

/** The life of a release: stored, checked, approved, published, and gone back to. */
@ApplicationScoped
public class PublicationService {

  /** What a scenario that fails is told as. */
  private static final String FAILS = "MOD-SCN-010";

  private final ReleaseConfig config;
  private final ReleaseStore store;
  private final ReleaseLife life;
  private final ReleaseService instance;
  private final Checker checker;
  private final CodeGate codeGate;
  private final Clock clock;

  PublicationService(
      ReleaseConfig config,
      ReleaseStore store,
      ReleaseLife life,
      ReleaseService instance,
      Checker checker,
      CodeGate codeGate,
      Clock clock) {
    this.config = config;
    this.store = store;
    this.life = life;
    this.instance = instance;
    this.checker = checker;
    this.codeGate = codeGate;
    this.clock = clock;
  }

  /**
   * Stores files as a draft over the release in force, and checks them.
   *
   * @param upload files to take over those of the release in force; a whole strategy replaces it
   * @throws ServiceException INVALID if rules change and uploads may not change them
   */
  public ReleaseRecord store(Upload upload, ReleaseDetails details) {
    StrategyFiles base =
        store.active().flatMap(a -> store.files(a.id())).orElse(StrategyFiles.NONE);
    StrategyFiles files = upload.over(base);
    if (!config.ruleAuthors()) {
      codeGate.refuseOtherRules(base, files);
    }
    StoredRelease stored = store.store(files, details);
    checker.check(stored.id(), details.author(), files);
    return record(stored.id());
  }

  /** Checks a release again. */
  public ReleaseRecord check(String id, String by) {
    checker.check(id, by, files(id));
    return record(id);
  }

  /**
   * Somebody agrees to a release.
   *
   * @throws ServiceException CONFLICT if it is the author, and four eyes are wanted
   */
  public ReleaseRecord approve(String id, String by, @Nullable String reason) {
    ReleaseRecord release = record(id);
    refuseAuthor(release, by, "approve");
    life.add(id, Kind.APPROVED, by, reason);
    return record(id);
  }

  private void refuseAuthor(ReleaseRecord release, String by, String what) {
    if (config.fourEyes() && by.equalsIgnoreCase(release.details().author())) {
      throw new ServiceException(
          ErrorCode.CONFLICT,
          "the author of a release may not " + what + " it: somebody else has to look");
    }
  }

  /**
   * Puts a release in force, at once or at an instant, after it has been checked again.
   *
   * @param wish with {@code over} null: over the release that was in force when it was stored
   * @param despite why scenarios that fail are to be ignored; null: they are not
   * @throws ServiceException CONFLICT if another release is in force meanwhile, if it is approved
   *     by nobody although four eyes are wanted; INVALID if it cannot be loaded or scenarios fail
   */
  public ReleaseRecord publish(Publication wish, @Nullable String despite) {
    ReleaseRecord release = record(wish.release());
    if (release.state() == ReleaseState.PUBLISHED) {
      return release;
    }
    refuseAuthor(release, wish.by(), "publish");
    if (config.fourEyes() && !release.isApproved()) {
      throw new ServiceException(
          ErrorCode.CONFLICT, "nobody has approved the release; see POST .../approve");
    }
    String over = wish.over() == null ? release.base() : wish.over();
    refuseOvertaken(over);
    CheckReport report = checker.gate(files(release.id()));
    refuseFailing(report, despite);
    String reason = reason(wish.reason(), report.scenariosPass() ? null : despite);
    return put(new Publication(release.id(), wish.by(), reason, over, wish.effectiveFrom()));
  }

  private static @Nullable String reason(@Nullable String given, @Nullable String ignored) {
    String despite = ignored == null ? null : "scenarios ignored: " + ignored;
    if (given == null || despite == null) {
      return given == null ? despite : given;
    }
    return given + "; " + despite;
  }

  /** Early, since a check takes seconds; the transaction that publishes looks again. */
  private void refuseOvertaken(@Nullable String over) {
    String active = store.active().map(StoredRelease::id).orElse(null);
    if (over != null && !over.equals(active)) {
      throw new OvertakenException(active);
    }
  }

  private static void refuseFailing(CheckReport report, @Nullable String despite) {
    if (!report.loads()) {
      throw new ServiceException(
          ErrorCode.INVALID, "the release cannot be loaded", errors(report.problems()));
    }
    if (!report.scenariosPass() && despite == null) {
      List<Problem> failing =
          report.problems().stream().filter(PublicationService::isFailing).toList();
      throw new ServiceException(
          ErrorCode.INVALID,
          "scenarios fail; mend them, or say in ignoreScenarios why they do not matter",
          errors(failing));
    }
  }

  private static boolean isFailing(Problem problem) {
    return problem.severity() == Problem.Severity.ERROR || problem.code().equals(FAILS);
  }

  private static List<FieldError> errors(List<Problem> problems) {
    return problems.stream().map(p -> new FieldError(p.place(), p.toString())).toList();
  }

  private ReleaseRecord put(Publication wish) {
    Instant from = wish.effectiveFrom();
    if (from != null && from.isAfter(clock.instant())) {
      life.schedule(wish, from);
    } else {
      store.publish(wish);
      instance.followNow();
    }
    return record(wish.release());
  }

  /**
   * Goes back to a release that was in force before.
   *
   * @throws ServiceException CONFLICT if it never was
   */
  public ReleaseRecord rollBack(Publication wish) {
    ReleaseRecord release = record(wish.release());
    if (!release.wasPublished()) {
      throw new ServiceException(
          ErrorCode.CONFLICT, "the release was never in force; publish it instead");
    }
    return put(wish);
  }

  /**
   * Calls off that a release takes over.
   *
   * @throws ServiceException CONFLICT if it is not scheduled
   */
  public ReleaseRecord unschedule(String id, String by, @Nullable String reason) {
    record(id);
    if (!life.unschedule(id, by, reason)) {
      throw new ServiceException(ErrorCode.CONFLICT, "the release is not scheduled");
    }
    return record(id);
  }

  /**
   * A release and its life.
   *
   * @throws ServiceException NOT_FOUND if there is none
   */
  public ReleaseRecord record(String id) {
    return life.find(id).orElseThrow(PublicationService::notFound);
  }

  /** The report of its last check, as JSON. */
  public Optional<byte[]> report(String id) {
    return life.report(id);
  }

  /**
   * Its files, as they were stored.
   *
   * @throws ServiceException NOT_FOUND if there is no such release
   */
  public StrategyFiles files(String id) {
    return store.files(id).orElseThrow(PublicationService::notFound);
  }

  /** Releases, the newest first. */
  public List<ReleaseRecord> newest(@Nullable Long before, int limit) {
    return life.newest(before, limit);
  }

  private static ServiceException notFound() {
    return new ServiceException(ErrorCode.NOT_FOUND, "there is no release of that id");
  }
}
