package org.moderato.strategy.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.Bits;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.ValueMatch;

/**
 * Finds the contacts that a scope accepts: many rows ask about the same history, and for most of
 * them a few words decide. A bit set of contacts for each word of each attribute that is asked for.
 * For one thread.
 */
final class ContactIndex {

  private final List<Contact> contacts;
  private final Customer customer;
  private final Map<String, Map<String, long[]>> labels = new HashMap<>();

  /**
   * @param customer whose attributes scopes may name, too
   */
  ContactIndex(List<Contact> contacts, Customer customer) {
    this.contacts = contacts;
    this.customer = customer;
  }

  /** A new list of the contacts that a scope accepts, in their order. */
  List<Contact> accepted(Scope scope, List<ContactFilter.Shared> shared) {
    long[] accepted = Bits.all(contacts.size());
    for (Map.Entry<Attribute, ValueMatch> match : scope.matches().entrySet()) {
      retain(accepted, match.getKey(), match.getValue());
    }
    for (ContactFilter.Shared attribute : shared) {
      Bits.and(accepted, any(attribute.key(), attribute.words()));
    }
    int[] positions = Bits.positions(accepted);
    List<Contact> found = new ArrayList<>(positions.length);
    for (int position : positions) {
      found.add(contacts.get(position));
    }
    return found;
  }

  private void retain(long[] accepted, Attribute attribute, ValueMatch match) {
    if (attribute.owner() == Attribute.Owner.CUSTOMER) {
      if (!match.accepts(customer.value(attribute.key()))) {
        Bits.and(accepted, Bits.none(contacts.size()));
      }
    } else if (match instanceof ValueMatch.AnyOf list) {
      Bits.and(accepted, any(attribute.key(), list.words()));
    } else if (match instanceof ValueMatch.NoneOf list) {
      Bits.andNot(accepted, any(attribute.key(), list.words()));
    } else {
      for (int position : Bits.positions(accepted)) {
        if (!match.accepts(contacts.get(position).labels().value(attribute.key()))) {
          Bits.clear(accepted, position);
        }
      }
    }
  }

  /** The contacts that have one of the words. */
  private long[] any(String key, Collection<String> words) {
    Map<String, long[]> byWord = labels.computeIfAbsent(key, k -> new HashMap<>());
    if (words.size() == 1) {
      return byWord.computeIfAbsent(words.iterator().next(), word -> with(key, word));
    }
    long[] any = Bits.none(contacts.size());
    words.forEach(word -> Bits.or(any, byWord.computeIfAbsent(word, w -> with(key, w))));
    return any;
  }

  private long[] with(String key, String word) {
    long[] with = Bits.none(contacts.size());
    for (int position = 0; position < contacts.size(); position++) {
      if (ValueMatch.isWord(contacts.get(position).labels().value(key), word)) {
        Bits.set(with, position);
      }
    }
    return with;
  }
}
