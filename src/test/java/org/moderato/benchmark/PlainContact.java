package org.moderato.benchmark;

import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Labels;

/**
 * A contact, as rules of one table need it.
 *
 * @param age how long ago, in milliseconds
 */
public record PlainContact(String channel, String category, String department, long age) {

  static PlainContact of(Contact contact) {
    Labels labels = contact.labels();
    return new PlainContact(
        labels.channel(),
        labels.category(),
        labels.department(),
        CapTable.NOW.toEpochMilli() - contact.at().toEpochMilli());
  }
}
