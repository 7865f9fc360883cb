package org.moderato.release.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moderato.release.OvertakenException;
import org.moderato.release.Publication;
import org.moderato.release.ReleaseAction.Kind;
import org.moderato.release.ReleaseDetails;
import org.moderato.release.StoredRelease;
import org.moderato.release.StrategyFiles;

/** Releases in the database, shared by all instances, and which of them is in force. */
@ApplicationScoped
public class ReleaseStore implements PanacheRepositoryBase<ReleaseEntity, String> {

  private static final int SHORTEST_HASH = 7;
  private static final int ATTEMPTS = 4;

  private final Clock clock;
  private final ReleaseLife life;
  private final ReleaseChannel channel;

  ReleaseStore(Clock clock, ReleaseLife life, ReleaseChannel channel) {
    this.clock = clock;
    this.life = life;
    this.channel = channel;
  }

  /** The release of these files, if they were ever stored. */
  public Optional<StoredRelease> find(String hash) {
    return QuarkusTransaction.joiningExisting().call(() -> byHash(hash));
  }

  private Optional<StoredRelease> byHash(String hash) {
    return find("hash", hash)
        .firstResultOptional()
        .map(e -> new StoredRelease(e.id, e.hash, e.storedAt));
  }

  /** The release in force. */
  public Optional<StoredRelease> active() {
    return QuarkusTransaction.joiningExisting()
        .call(
            () ->
                Optional.ofNullable(activeRow(LockModeType.NONE))
                    .map(row -> stored(row.releaseId, row.activatedAt)));
  }

  private StoredRelease stored(String id, Instant at) {
    String hash =
        getEntityManager()
            .createQuery("select r.hash from ReleaseEntity r where r.id = :id", String.class)
            .setParameter("id", id)
            .getSingleResult();
    return new StoredRelease(id, hash, at);
  }

  private @Nullable ActiveReleaseEntity activeRow(LockModeType lock) {
    return getEntityManager().find(ActiveReleaseEntity.class, ActiveReleaseEntity.SINGLETON, lock);
  }

  /** The files of a stored release. */
  public Optional<StrategyFiles> files(String id) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> findByIdOptional(id).map(e -> ZippedFiles.unzip(e.files)));
  }

  /**
   * Stores files as a draft. Files are stored once: whoever comes second, on whatever instance,
   * gets the release of the first.
   */
  public StoredRelease store(StrategyFiles files, ReleaseDetails details) {
    return again(() -> stored(files, details));
  }

  /** Stores the files of the folder and puts them in force, both or nothing. */
  public StoredRelease publish(StrategyFiles files) {
    return again(
        () -> {
          StoredRelease stored = stored(files, ReleaseDetails.FOLDER);
          String by = ReleaseDetails.FOLDER.author();
          putInForce(new Publication(stored.id(), by, null, null, null));
          return stored;
        });
  }

  /**
   * Puts a stored release in force on all instances.
   *
   * @throws OvertakenException if another one is in force than the wish says
   */
  public StoredRelease publish(Publication wish) {
    return again(() -> putInForce(wish));
  }

  /** Puts in force what is due, each after the one before. */
  public void publishDue() {
    List<Publication> due = life.due();
    due.forEach(wish -> again(() -> putInForceIfScheduled(wish)));
  }

  private @Nullable StoredRelease putInForceIfScheduled(Publication wish) {
    // Instances that come second find that it has been done.
    return life.removeSchedule(wish.release()) ? putInForce(wish) : null;
  }

  private static <T> T again(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return QuarkusTransaction.requiringNew().call(work::get);
      } catch (PersistenceException e) {
        // Another instance inserted the same row at the same time; the next look finds it.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private StoredRelease stored(StrategyFiles files, ReleaseDetails details) {
    String hash = files.hash();
    return byHash(hash).orElseGet(() -> insert(files, hash, details));
  }

  private StoredRelease insert(StrategyFiles files, String hash, ReleaseDetails details) {
    ReleaseEntity entity = new ReleaseEntity();
    entity.storedAt = now();
    entity.hash = hash;
    entity.files = ZippedFiles.zip(files);
    entity.id = freeId(LocalDate.ofInstant(entity.storedAt, ZoneOffset.UTC), hash);
    entity.number = count() + 1;
    entity.origin = details.origin();
    entity.author = details.author();
    entity.label = details.label();
    entity.note = details.note();
    ActiveReleaseEntity active = activeRow(LockModeType.NONE);
    entity.baseId = active == null ? null : active.releaseId;
    persistAndFlush(entity);
    life.add(entity.id, Kind.STORED, details.author(), null);
    return new StoredRelease(entity.id, hash, entity.storedAt);
  }

  private String freeId(LocalDate day, String hash) {
    int length = SHORTEST_HASH;
    while (findByIdOptional(day + "-" + hash.substring(0, length)).isPresent()) {
      length++;
    }
    return day + "-" + hash.substring(0, length);
  }

  private StoredRelease putInForce(Publication wish) {
    ActiveReleaseEntity row = activeRow(LockModeType.PESSIMISTIC_WRITE);
    String active = row == null ? null : row.releaseId;
    if (wish.over() != null && !wish.over().equals(active)) {
      throw new OvertakenException(active);
    }
    if (row == null) {
      row = new ActiveReleaseEntity();
      row.singleton = ActiveReleaseEntity.SINGLETON;
    }
    row.releaseId = wish.release();
    row.activatedAt = now();
    getEntityManager().merge(row);
    life.removeSchedule(wish.release());
    life.add(wish.release(), Kind.PUBLISHED, wish.by(), wish.reason());
    channel.announce(getEntityManager(), wish.release());
    // A collision shows here, where it can be tried again, and not when the transaction ends.
    getEntityManager().flush();
    return stored(wish.release(), row.activatedAt);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
