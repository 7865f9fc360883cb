package org.moderato.evaluation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;

/**
 * What the judge saw, for the decision log. Labels of contacts are frozen in their rows; what may
 * change later stands here.
 *
 * @param timeZoneData the version of the time-zone rules
 * @param loadedFrom how far back the history reached
 * @param customer what was known of the customer
 * @param contacts the person's history
 * @param accountContacts the account's history
 * @param householdContacts the household's history
 */
record LoggedFacts(
    String timeZoneData,
    Instant loadedFrom,
    SeenCustomer customer,
    List<Entry> contacts,
    List<Entry> accountContacts,
    List<Entry> householdContacts) {

  /** A contact as it stood. */
  record Entry(UUID id, String status, @Nullable String outcome, @Nullable Instant reservedUntil) {

    static Entry of(Contact contact) {
      return new Entry(
          contact.id(), contact.status().name(), contact.outcome(), contact.reservedUntil());
    }
  }

  /** The customer as they were. */
  record SeenCustomer(
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
      List<SeenResponse> responses) {

    static SeenCustomer of(Customer customer) {
      ZoneId zone = customer.zone();
      return new SeenCustomer(
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
          customer.responses().stream().map(SeenResponse::of).toList());
    }
  }

  /** A response as it was reported; its labels are those of the message that it answers. */
  record SeenResponse(
      String name, @Nullable String intent, Instant at, @Nullable String messageId) {

    static SeenResponse of(Response response) {
      return new SeenResponse(
          response.name(), response.intent(), response.at(), response.messageId());
    }
  }

  private static final String TIME_ZONE_DATA =
      ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();

  static LoggedFacts of(CustomerView view) {
    return new LoggedFacts(
        TIME_ZONE_DATA,
        view.loadedFrom(),
        SeenCustomer.of(view.customer()),
        entries(view.contacts()),
        entries(view.accountContacts()),
        entries(view.householdContacts()));
  }

  private static List<Entry> entries(List<Contact> contacts) {
    return contacts.stream().map(Entry::of).toList();
  }
}
