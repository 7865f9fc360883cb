package org.moderato.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.moderato.strategy.StrategyException;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Judge;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.rule.Effort;

/**
 * Judges a busy customer with a strategy that is not in force yet. The first judgement of freshly
 * compiled rules loads and links their classes, which takes longer than a request may wait.
 */
final class Rehearsal {

  private static final int TIMES = 5;
  private static final int MAX_CHECKS = 10_000;
  private static final Instant NOW = Instant.parse("2026-01-07T12:00:00Z");

  private Rehearsal() {}

  /** What goes wrong here goes wrong for a request, too, and is told there. */
  static void of(Strategy strategy) {
    Judge judge = new Judge(strategy, busyCustomer(), bounded(), false);
    Message message = new Message("rehearsal", labels(), List.of("sms"), null, null);
    try {
      for (int i = 0; i < TIMES; i++) {
        judge.judge(message, NOW);
      }
    } catch (StrategyException e) {
      return;
    }
  }

  private static CustomerView busyCustomer() {
    List<Contact> contacts = IntStream.range(1, 9).mapToObj(Rehearsal::contact).toList();
    return new CustomerView(Customer.UNKNOWN, contacts, contacts, contacts, Instant.MIN);
  }

  private static Contact contact(int index) {
    Instant at = NOW.minus(Duration.ofHours(90L - 10 * index));
    return new Contact(
        new UUID(0, index),
        "marketing",
        "m" + index,
        at,
        null,
        ContactStatus.SENT,
        null,
        null,
        labels());
  }

  private static Labels labels() {
    return new Labels(
        "email",
        "promotion",
        "marketing",
        null,
        "topic",
        "template",
        "sequence",
        2,
        null,
        Attributes.NONE);
  }

  /** Bounds work without a clock. */
  private static Effort bounded() {
    int[] checks = {0};
    return () -> {
      checks[0]++;
      if (checks[0] > MAX_CHECKS) {
        throw new StrategyException(
            StrategyException.Kind.DEADLINE, "the rehearsal takes too long");
      }
    };
  }
}
