package org.moderato.release.store;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.moderato.release.ReleaseDetails;

/** Row of {@code release}; see {@code V3__release.sql} and {@code V4__release_life.sql}. */
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

  /** All files, zipped; loaded only by whoever asks for them. */
  @Basic(fetch = FetchType.LAZY)
  @Column(nullable = false, updatable = false)
  public byte[] files;

  @Column(name = "stored_at", nullable = false, updatable = false)
  public Instant storedAt;

  @Column(nullable = false, updatable = false)
  public Long number;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false, length = 16, updatable = false)
  public ReleaseDetails.Origin origin;

  @Column(nullable = false, length = 128, updatable = false)
  public String author;

  @Column(length = 200, updatable = false)
  public String label;

  @Column(length = 2000, updatable = false)
  public String note;

  @Column(name = "base_id", length = 80, updatable = false)
  public String baseId;
}
