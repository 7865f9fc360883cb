package org.moderato.evaluation.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.KnownCustomer;
import org.moderato.contact.Ledger;
import org.moderato.contact.store.CustomerReader;
import org.moderato.evaluation.Decision;
import org.moderato.evaluation.store.DecisionLog;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;
import org.moderato.release.StoredRows;
import org.moderato.strategy.table.Source;

/** Reads the decision log. */
@ApplicationScoped
class StoredEvaluations {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Ledger ledger;
  private final DecisionLog log;
  private final CustomerReader customers;
  private final StoredRows rows;

  StoredEvaluations(Ledger ledger, DecisionLog log, CustomerReader customers, StoredRows rows) {
    this.ledger = ledger;
    this.log = log;
    this.customers = customers;
    this.rows = rows;
  }

  private record Found(Decision decision, String customerId) {}

  StoredEvaluation find(UUID id) {
    Optional<Found> found =
        ledger.reading(
            null,
            locked -> {
              Optional<Decision> decision = log.find(locked.connection(), id);
              return decision.isEmpty()
                  ? Optional.<Found>empty()
                  : Optional.of(
                      new Found(
                          decision.get(),
                          customers.externalId(locked.connection(), decision.get().customerId())));
            });
    return found
        .map(this::stored)
        .orElseThrow(
            () -> new ServiceException(ErrorCode.NOT_FOUND, "there is no such evaluation"));
  }

  private StoredEvaluation stored(Found found) {
    Decision decision = found.decision();
    return new StoredEvaluation(
        decision.id(),
        found.customerId(),
        decision.decidedAt(),
        decision.askedAt(),
        decision.release(),
        text(decision.message()),
        text(decision.facts()),
        text(decision.answer()),
        rows.of(decision.release(), sources(decision.answer())).stream()
            .map(StoredEvaluation.Row::of)
            .toList());
  }

  /** Where the findings of an answer come from, each place once. */
  private static Set<Source> sources(byte[] answer) {
    Set<Source> sources = new LinkedHashSet<>();
    for (JsonNode finding : findings(answer)) {
      JsonNode source = finding.path("source");
      if (source.isObject()) {
        String sheet = source.path("sheet").asText(null);
        sources.add(new Source(source.path("file").asText(), sheet, source.path("row").asInt()));
      }
    }
    return sources;
  }

  private static JsonNode findings(byte[] answer) {
    try {
      return JSON.readTree(answer).path("findings");
    } catch (IOException e) {
      throw new UncheckedIOException("a stored answer cannot be read", e);
    }
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
              return log.ofPerson(locked.connection(), known.personKey(), before, limit);
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
