package org.moderato.release.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Row of {@code release}; see {@code V3__release.sql}. */
@Entity
@Table(name = "release")
@NullUnmarked
public class ReleaseEntity {

  @Id
  @Column(length = 80, updatable = false)
  public String id;

  /** SHA-256 of the files, 64 hex digits. */
  @Column(nullable = false, length = 64, updatable = false)
  public String hash;

  /** All files, zipped. */
  @Column(nullable = false, updatable = false)
  public byte[] files;

  @Column(name = "stored_at", nullable = false, updatable = false)
  public Instant storedAt;
}
