package org.moderato.release.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.moderato.release.ReleaseAction;

/** Row of {@code release_action}. */
@Entity
@Table(name = "release_action")
@NullUnmarked
public class ReleaseActionEntity {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  public Long id;

  @Column(name = "release_id", nullable = false, length = 80, updatable = false)
  public String releaseId;

  @Enumerated(EnumType.STRING)
  @JdbcTypeCode(SqlTypes.VARCHAR)
  @Column(nullable = false, length = 16, updatable = false)
  public ReleaseAction.Kind kind;

  @Column(nullable = false, length = 128, updatable = false)
  public String actor;

  @Column(nullable = false, updatable = false)
  public Instant at;

  @Column(length = 2000, updatable = false)
  public String reason;

  @Column(name = "effective_from", updatable = false)
  public Instant effectiveFrom;

  ReleaseAction action() {
    return new ReleaseAction(kind, actor, at, reason, effectiveFrom);
  }
}
