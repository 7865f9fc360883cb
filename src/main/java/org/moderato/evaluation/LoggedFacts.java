package org.moderato.evaluation;

import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;

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
    Customer customer,
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

  private static final String TIME_ZONE_DATA =
      ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();

  static LoggedFacts of(CustomerView view) {
    return new LoggedFacts(
        TIME_ZONE_DATA,
        view.loadedFrom(),
        view.customer(),
        entries(view.contacts()),
        entries(view.accountContacts()),
        entries(view.householdContacts()));
  }

  private static List<Entry> entries(List<Contact> contacts) {
    return contacts.stream().map(Entry::of).toList();
  }
}
