package org.moderato.evaluation.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.moderato.evaluation.EvaluationConfig;
import org.moderato.evaluation.Question;
import org.moderato.http.JsonBodies;
import org.moderato.http.ServiceException;

/** Reads requests. */
@ApplicationScoped
class Questions {

  private final JsonBodies json;
  private final EvaluationConfig config;

  Questions(JsonBodies json, EvaluationConfig config) {
    this.json = json;
    this.config = config;
  }

  /**
   * @throws ServiceException with all fields that are wrong
   */
  Question read(byte[] body) {
    EvaluationRequest request = json.read(body, EvaluationRequest.class);
    checkReservation(request.reserveFor());
    return new Question(
        request.customerId(),
        request.message(),
        request.at(),
        request.reserveFor(),
        sha256(json.canonical(request.withoutTime())));
  }

  private void checkReservation(@Nullable Duration reserveFor) {
    if (reserveFor == null) {
      return;
    }
    boolean isPositive = !reserveFor.isNegative() && !reserveFor.isZero();
    if (!isPositive || reserveFor.compareTo(config.maxReservation()) > 0) {
      throw ServiceException.invalid(
          "reserveFor", "must be more than nothing and at most " + config.maxReservation());
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
