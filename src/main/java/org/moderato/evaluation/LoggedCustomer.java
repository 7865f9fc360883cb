package org.moderato.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
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

    static LoggedResponse of(Response response, List<Contact> contacts) {
      boolean stand =
          answered(response.messageId(), contacts).filter(response.labels()::equals).isPresent();
      return new LoggedResponse(
          response.name(),
          response.intent(),
          response.at(),
          response.messageId(),
          stand ? null : LoggedLabels.of(response.labels()));
    }

    /** The labels of the first contact with that id. */
    private static Optional<Labels> answered(@Nullable String messageId, List<Contact> contacts) {
      return contacts.stream()
          .filter(contact -> contact.messageId().equals(messageId))
          .findFirst()
          .map(Contact::labels);
    }

    /** Empty if nobody knows its labels: entries of the first days lack them. */
    private Optional<Response> response(List<Contact> contacts) {
      return Optional.ofNullable(labels)
          .map(LoggedLabels::labels)
          .or(() -> answered(messageId, contacts))
          .map(known -> new Response(name, intent, at, messageId, known));
    }
  }

  static LoggedCustomer of(Customer customer, List<Contact> contacts) {
    ZoneId zone = customer.zone();
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
            .map(response -> LoggedResponse.of(response, contacts))
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
    responses.forEach(response -> response.response(contacts).ifPresent(read::add));
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
