package org.moderato.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;

/** The customer as they were, for the decision log. */
record LoggedCustomer(
    @Nullable String country,
    @Nullable String region,
    @Nullable String zone,
    @Nullable String language,
    @Nullable String stage,
    SortedSet<String> segments,
    @Nullable String account,
    @Nullable String household,
    Map<String, Object> attributes,
    List<Consent> consents,
    List<Situation> situations,
    List<LoggedResponse> responses) {

  /**
   * A response as it was reported.
   *
   * @param labels null: those of the contact with its {@code messageId} in the person's history
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LoggedResponse(
      String name,
      @Nullable String intent,
      Instant at,
      @Nullable String messageId,
      @Nullable LoggedLabels labels) {

    static LoggedResponse of(Response response, Map<String, Labels> answered) {
      boolean stand = response.labels().equals(answered.get(response.messageId()));
      return new LoggedResponse(
          response.name(),
          response.intent(),
          response.at(),
          response.messageId(),
          stand ? null : LoggedLabels.of(response.labels()));
    }

    /** Empty if nobody knows its labels: entries of the first days lack them. */
    private Optional<Response> response(Map<String, Labels> answered) {
      return Optional.ofNullable(labels == null ? answered.get(messageId) : labels.labels())
          .map(known -> new Response(name, intent, at, messageId, known));
    }
  }

  /** The labels of contacts by their message ids; of two senders' with one id, the first. */
  private static Map<String, Labels> labels(List<Contact> contacts) {
    Map<String, Labels> labels = new HashMap<>();
    contacts.forEach(contact -> labels.putIfAbsent(contact.messageId(), contact.labels()));
    return labels;
  }

  static LoggedCustomer of(Customer customer, List<Contact> contacts) {
    ZoneId zone = customer.zone();
    Map<String, Labels> answered = customer.responses().isEmpty() ? Map.of() : labels(contacts);
    return new LoggedCustomer(
        customer.country(),
        customer.region(),
        zone == null ? null : zone.getId(),
        customer.language(),
        customer.stage(),
        new TreeSet<>(customer.segments()),
        customer.account(),
        customer.household(),
        customer.attributes().values(),
        customer.consents(),
        customer.situations(),
        customer.responses().stream()
            .map(response -> LoggedResponse.of(response, answered))
            .toList());
  }

  /**
   * The customer as they were.
   *
   * @param contacts their history
   * @return empty if something of it is gone
   */
  Optional<Customer> customer(List<Contact> contacts) {
    List<Response> read = new ArrayList<>();
    Map<String, Labels> answered = labels(contacts);
    responses.forEach(response -> response.response(answered).ifPresent(read::add));
    return read.size() < responses.size()
        ? Optional.empty()
        : Optional.of(
            new Customer(
                country,
                region,
                zone == null ? null : ZoneId.of(zone),
                language,
                stage,
                segments,
                account,
                household,
                Attributes.of(attributes),
                consents,
                situations,
                read));
  }
}
