package org.moderato.release.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.moderato.release.StoredRelease;
import org.moderato.release.StrategyFiles;

/** Releases in the database, shared by all instances. */
@ApplicationScoped
public class ReleaseStore implements PanacheRepositoryBase<ReleaseEntity, String> {

  private static final int SHORTEST_HASH = 7;
  private static final int ATTEMPTS = 4;

  private final Clock clock;

  ReleaseStore(Clock clock) {
    this.clock = clock;
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
                Optional.ofNullable(activeRow())
                    .map(row -> new StoredRelease(row.releaseId, hashOf(row), row.activatedAt)));
  }

  private String hashOf(ActiveReleaseEntity row) {
    return getEntityManager()
        .createQuery("select r.hash from ReleaseEntity r where r.id = :id", String.class)
        .setParameter("id", row.releaseId)
        .getSingleResult();
  }

  private ActiveReleaseEntity activeRow() {
    return getEntityManager().find(ActiveReleaseEntity.class, ActiveReleaseEntity.SINGLETON);
  }

  /** The files of a stored release. */
  public Optional<StrategyFiles> files(String id) {
    return QuarkusTransaction.joiningExisting()
        .call(() -> findByIdOptional(id).map(e -> ZippedFiles.unzip(e.files)));
  }

  /**
   * Stores files and puts them in force on all instances, both or nothing. Files are stored once:
   * whoever comes second, on whatever instance, gets the release of the first.
   */
  public StoredRelease publish(StrategyFiles files) {
    for (int attempt = 1; ; attempt++) {
      try {
        return QuarkusTransaction.requiringNew().call(() -> putInForce(files, files.hash()));
      } catch (PersistenceException e) {
        // Another instance inserted the same row at the same time; the next look finds it.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private StoredRelease putInForce(StrategyFiles files, String hash) {
    StoredRelease stored = byHash(hash).orElseGet(() -> insert(files, hash));
    ActiveReleaseEntity row = activeRow();
    if (row == null) {
      row = new ActiveReleaseEntity();
      row.singleton = ActiveReleaseEntity.SINGLETON;
    }
    row.releaseId = stored.id();
    row.activatedAt = now();
    getEntityManager().merge(row);
    // A collision shows here, where it can be tried again, and not when the transaction ends.
    getEntityManager().flush();
    return stored;
  }

  private StoredRelease insert(StrategyFiles files, String hash) {
    ReleaseEntity entity = new ReleaseEntity();
    entity.storedAt = now();
    entity.hash = hash;
    entity.files = ZippedFiles.zip(files);
    entity.id = freeId(LocalDate.ofInstant(entity.storedAt, ZoneOffset.UTC), hash);
    persistAndFlush(entity);
    return new StoredRelease(entity.id, hash, entity.storedAt);
  }

  private String freeId(LocalDate day, String hash) {
    int length = SHORTEST_HASH;
    while (findByIdOptional(day + "-" + hash.substring(0, length)).isPresent()) {
      length++;
    }
    return day + "-" + hash.substring(0, length);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
