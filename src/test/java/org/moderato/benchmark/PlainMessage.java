package org.moderato.benchmark;

import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Message;

/** The message and its customer, as rules of one table need them. */
public record PlainMessage(String channel, String category, String department, String country) {

  static PlainMessage of(Message message, Customer customer) {
    return new PlainMessage(
        message.getChannel(), message.getCategory(), message.getDepartment(), customer.country());
  }
}
