package org.moderato.strategy.fact;

import java.time.Instant;
import java.util.List;

/**
 * Everything that a judgement may see of a customer.
 *
 * @param customer the person
 * @param contacts the history over all linked ids, oldest first
 * @param accountContacts the history of the account, oldest first
 * @param householdContacts the history of the household, oldest first
 * @param loadedFrom contacts before this instant were not loaded, unless they run longer
 */
public record CustomerView(
    Customer customer,
    List<Contact> contacts,
    List<Contact> accountContacts,
    List<Contact> householdContacts,
    Instant loadedFrom) {

  public CustomerView {
    contacts = List.copyOf(contacts);
    accountContacts = List.copyOf(accountContacts);
    householdContacts = List.copyOf(householdContacts);
  }

  /** The same history of a customer of whom more is known. */
  public CustomerView of(Customer other) {
    return new CustomerView(other, contacts, accountContacts, householdContacts, loadedFrom);
  }

  /** A customer never heard of. */
  public static CustomerView unknown() {
    return new CustomerView(Customer.UNKNOWN, List.of(), List.of(), List.of(), Instant.MIN);
  }
}
