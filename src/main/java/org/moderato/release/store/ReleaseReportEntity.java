package org.moderato.release.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Row of {@code release_report}: the last check of a release, as JSON. */
@Entity
@Table(name = "release_report")
@NullUnmarked
public class ReleaseReportEntity {

  @Id
  @Column(name = "release_id", length = 80, updatable = false)
  public String releaseId;

  @Column(name = "checked_at", nullable = false)
  public Instant checkedAt;

  @Column(nullable = false)
  public byte[] report;
}
