package org.moderato.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.table.Level;

/**
 * What the judge saw, for the decision log. Labels of contacts are frozen in their rows; what may
 * change later stands here.
 *
 * @param timeZoneData the version of the time-zone rules
 * @param loadedFrom how far back the history reached
 * @param customer what was known of the customer
 * @param contacts the person's history
 * @param accountContacts the account's history; null: it was not looked at
 * @param householdContacts the household's history; null: it was not looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LoggedFacts(
    String timeZoneData,
    Instant loadedFrom,
    LoggedCustomer customer,
    List<Entry> contacts,
    @Nullable List<Entry> accountContacts,
    @Nullable List<Entry> householdContacts) {

  /**
   * A contact as it stood.
   *
   * @param at null in entries of the first days: as it stands in its row
   * @param endsAt null: it has no duration, or {@code at} is null too
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      UUID id,
      String status,
      @Nullable Instant at,
      @Nullable Instant endsAt,
      @Nullable String outcome,
      @Nullable Instant reservedUntil) {

    static Entry of(Contact contact) {
      return new Entry(
          contact.id(),
          contact.status().name(),
          contact.at(),
          contact.endsAt(),
          contact.outcome(),
          contact.reservedUntil());
    }

    /** The contact of a row as it stood then. */
    Contact asItWas(Contact row) {
      return new Contact(
          id,
          row.sender(),
          row.messageId(),
          at == null ? row.at() : at,
          at == null ? row.endsAt() : endsAt,
          ContactStatus.valueOf(status),
          outcome,
          reservedUntil,
          row.labels());
    }
  }

  private static final String TIME_ZONE_DATA =
      ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();

  /**
   * @param levels the groups whose history was looked at too
   */
  static LoggedFacts of(CustomerView view, Set<Level> levels) {
    return new LoggedFacts(
        TIME_ZONE_DATA,
        view.loadedFrom(),
        LoggedCustomer.of(view.customer(), view.contacts()),
        entries(view.contacts()),
        levels.contains(Level.ACCOUNT) ? entries(view.accountContacts()) : null,
        levels.contains(Level.HOUSEHOLD) ? entries(view.householdContacts()) : null);
  }

  private static List<Entry> entries(List<Contact> contacts) {
    return contacts.stream().map(Entry::of).toList();
  }

  /** Whose history was looked at. */
  Set<Level> levels() {
    Set<Level> levels = EnumSet.of(Level.CUSTOMER);
    if (accountContacts != null) {
      levels.add(Level.ACCOUNT);
    }
    if (householdContacts != null) {
      levels.add(Level.HOUSEHOLD);
    }
    return levels;
  }

  /** Every contact that was looked at. */
  Stream<UUID> contactIds() {
    return Stream.of(contacts, orNone(accountContacts), orNone(householdContacts))
        .flatMap(List::stream)
        .map(Entry::id);
  }

  private static List<Entry> orNone(@Nullable List<Entry> entries) {
    return entries == null ? List.of() : entries;
  }

  /**
   * What the judge saw.
   *
   * @param rows the contacts as they stand now, by their ids
   * @return empty if something of it is gone
   */
  Optional<CustomerView> view(Map<UUID, Contact> rows) {
    List<Contact> person = asTheyWere(contacts, rows);
    List<Contact> account = asTheyWere(orNone(accountContacts), rows);
    List<Contact> household = asTheyWere(orNone(householdContacts), rows);
    int found = person.size() + account.size() + household.size();
    return found < contactIds().count()
        ? Optional.empty()
        : customer
            .customer(person)
            .map(known -> new CustomerView(known, person, account, household, loadedFrom));
  }

  private static List<Contact> asTheyWere(List<Entry> entries, Map<UUID, Contact> rows) {
    List<Contact> contacts = new ArrayList<>();
    for (Entry entry : entries) {
      Contact row = rows.get(entry.id());
      if (row != null) {
        contacts.add(entry.asItWas(row));
      }
    }
    return contacts;
  }
}
