package org.moderato.release.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Publication;
import org.moderato.release.ReleaseAction;
import org.moderato.release.ReleaseAction.Kind;
import org.moderato.release.ReleaseDetails;
import org.moderato.release.ReleaseRecord;
import org.moderato.release.ReleaseState;

/** What was done with releases, and what is to be done: an append-only log and a schedule. */
@ApplicationScoped
public class ReleaseLife {

  private final EntityManager entities;
  private final Clock clock;

  ReleaseLife(EntityManager entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  /** Notes that something was done. */
  public void add(String release, Kind kind, String by, @Nullable String reason) {
    QuarkusTransaction.joiningExisting().run(() -> add(release, kind, by, reason, null));
  }

  private void add(
      String release, Kind kind, String by, @Nullable String reason, @Nullable Instant from) {
    ReleaseActionEntity entity = new ReleaseActionEntity();
    entity.releaseId = release;
    entity.kind = kind;
    entity.actor = by;
    entity.at = now();
    entity.reason = reason;
    entity.effectiveFrom = from;
    entities.persist(entity);
  }

  /** Lets a release take over at an instant, instead of any it was scheduled for before. */
  public void schedule(Publication wish, Instant from) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              ReleaseScheduleEntity entity = new ReleaseScheduleEntity();
              entity.releaseId = wish.release();
              entity.effectiveFrom = from.truncatedTo(ChronoUnit.MICROS);
              entity.actor = wish.by();
              entity.reason = wish.reason();
              entities.merge(entity);
              add(wish.release(), Kind.SCHEDULED, wish.by(), wish.reason(), entity.effectiveFrom);
            });
  }

  /** Calls a schedule off; false if there was none. */
  public boolean unschedule(String release, String by, @Nullable String reason) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              boolean was = removeSchedule(release);
              if (was) {
                add(release, Kind.UNSCHEDULED, by, reason, null);
              }
              return was;
            });
  }

  /** False if there was none. */
  boolean removeSchedule(String release) {
    return entities
            .createQuery("delete from ReleaseScheduleEntity s where s.releaseId = :id")
            .setParameter("id", release)
            .executeUpdate()
        > 0;
  }

  /** Releases that should have taken over by now, by the database's clock, in their order. */
  List<Publication> due() {
    List<Publication> scheduled = scheduled();
    if (scheduled.isEmpty()) {
      return scheduled;
    }
    String sql =
        "select release_id from release_schedule where effective_from <= current_timestamp";
    List<?> due =
        QuarkusTransaction.joiningExisting()
            .call(() -> entities.createNativeQuery(sql, String.class).getResultList());
    return scheduled.stream().filter(wish -> due.contains(wish.release())).toList();
  }

  /** All releases that are to take over, the next one first. */
  public List<Publication> scheduled() {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                entities
                    .createQuery(
                        "select s from ReleaseScheduleEntity s order by s.effectiveFrom, s.releaseId",
                        ReleaseScheduleEntity.class)
                    .getResultStream()
                    .map(
                        s -> new Publication(s.releaseId, s.actor, s.reason, null, s.effectiveFrom))
                    .toList());
  }

  /** A release and its life. */
  public Optional<ReleaseRecord> find(String id) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> Optional.ofNullable(entities.find(ReleaseEntity.class, id)).map(this::record));
  }

  /**
   * Releases, the newest first.
   *
   * @param before only those with a smaller number; null: from the newest on
   */
  public List<ReleaseRecord> newest(@Nullable Long before, int limit) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                entities
                    .createQuery(
                        "select r from ReleaseEntity r where r.number < :before order by r.number desc",
                        ReleaseEntity.class)
                    .setParameter("before", before == null ? Long.MAX_VALUE : before)
                    .setMaxResults(limit)
                    .getResultStream()
                    .map(this::record)
                    .toList());
  }

  private ReleaseRecord record(ReleaseEntity entity) {
    List<ReleaseAction> actions =
        entities
            .createQuery(
                "select a from ReleaseActionEntity a where a.releaseId = :id order by a.id",
                ReleaseActionEntity.class)
            .setParameter("id", entity.id)
            .getResultStream()
            .map(ReleaseActionEntity::action)
            .toList();
    ReleaseScheduleEntity schedule = entities.find(ReleaseScheduleEntity.class, entity.id);
    ActiveReleaseEntity active =
        entities.find(ActiveReleaseEntity.class, ActiveReleaseEntity.SINGLETON);
    boolean isActive = active != null && active.releaseId.equals(entity.id);
    return new ReleaseRecord(
        entity.id,
        entity.number,
        entity.hash,
        new ReleaseDetails(entity.origin, entity.author, entity.label, entity.note),
        entity.baseId,
        entity.storedAt,
        ReleaseState.of(actions, isActive, schedule != null),
        schedule == null ? null : schedule.effectiveFrom,
        actions);
  }

  /** Keeps the report of a check, instead of the one before. */
  public void keepReport(String release, String by, byte[] report) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              ReleaseReportEntity entity = new ReleaseReportEntity();
              entity.releaseId = release;
              entity.checkedAt = now();
              entity.report = report;
              entities.merge(entity);
              add(release, Kind.CHECKED, by, null, null);
            });
  }

  /** The report of the last check, as it was kept. */
  public Optional<byte[]> report(String release) {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                Optional.ofNullable(entities.find(ReleaseReportEntity.class, release))
                    .map(entity -> entity.report));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
