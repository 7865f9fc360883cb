package org.moderato.evaluation.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.KnownCustomer;
import org.moderato.contact.Ledger;
import org.moderato.evaluation.Decision;
import org.moderato.evaluation.store.DecisionLog;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;

/** Reads the decision log. */
@ApplicationScoped
class StoredEvaluations {

  private final Ledger ledger;
  private final DecisionLog log;

  StoredEvaluations(Ledger ledger, DecisionLog log) {
    this.ledger = ledger;
    this.log = log;
  }

  StoredEvaluation find(UUID id) {
    Optional<Decision> found = ledger.reading(null, locked -> log.find(locked.connection(), id));
    Decision decision =
        found.orElseThrow(
            () -> new ServiceException(ErrorCode.NOT_FOUND, "there is no such evaluation"));
    return new StoredEvaluation(
        decision.id(),
        decision.decidedAt(),
        decision.askedAt(),
        decision.release(),
        text(decision.message()),
        text(decision.facts()),
        text(decision.answer()));
  }

  EvaluationPage ofCustomer(String customerId, @Nullable UUID before, int limit) {
    List<Decision> decisions =
        ledger.reading(
            customerId,
            locked -> {
              KnownCustomer known = locked.customers().get(customerId);
              if (known == null) {
                throw new ServiceException(ErrorCode.NOT_FOUND, "there is no such customer");
              }
              return log.ofCustomer(locked.connection(), known.id(), before, limit);
            });
    UUID next = decisions.size() < limit ? null : decisions.get(decisions.size() - 1).id();
    return new EvaluationPage(
        decisions.stream()
            .map(d -> new EvaluationPage.Entry(d.decidedAt(), text(d.answer())))
            .toList(),
        next);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
