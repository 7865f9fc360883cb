package org.moderato.release.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** The one row of {@code active_release}. */
@Entity
@Table(name = "active_release")
@NullUnmarked
public class ActiveReleaseEntity {

  static final int SINGLETON = 1;

  @Id public Integer singleton;

  @Column(name = "release_id", nullable = false, length = 80)
  public String releaseId;

  @Column(name = "activated_at", nullable = false)
  public Instant activatedAt;
}
