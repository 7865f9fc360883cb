package org.moderato.release.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Row of {@code release_schedule}. */
@Entity
@Table(name = "release_schedule")
@NullUnmarked
public class ReleaseScheduleEntity {

  @Id
  @Column(name = "release_id", length = 80, updatable = false)
  public String releaseId;

  @Column(name = "effective_from", nullable = false)
  public Instant effectiveFrom;

  @Column(nullable = false, length = 128)
  public String actor;

  @Column(length = 2000)
  public String reason;
}
