package org.moderato.release.rest;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.moderato.release.StatusBoard;
import org.moderato.release.StrategyStatus;

/** Ready as soon as some release is in force; a later failure to change it is told, not fatal. */
@Readiness
@ApplicationScoped
class StrategyReadiness implements HealthCheck {

  private final StatusBoard board;

  StrategyReadiness(StatusBoard board) {
    this.board = board;
  }

  @Override
  public HealthCheckResponse call() {
    StrategyStatus status = board.status();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("strategy").status(status.release() != null);
    if (status.release() != null) {
      response.withData("release", status.release()).withData("since", status.since().toString());
    }
    StrategyStatus.Attempt attempt = status.lastAttempt();
    if (attempt != null) {
      response.withData("lastAttempt", attempt.result().name());
    }
    return response
        .withData("stale", status.isStale())
        .withData("suspect", status.suspect() != null)
        .withData("emergencyStop", !status.emergencyStops().isEmpty())
        .build();
  }
}
