package org.moderato.release.check.logic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.moderato.TestStrategy;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.fact.Situation;

/** Makes customers with a history, and messages to them, of the words of {@link RandomRows}. */
final class RandomCustomers {

  private static final List<String> TOPICS = List.of("loans", "cards");

  private final Random random;
  private final Instant now;

  RandomCustomers(Random random, Instant now) {
    this.random = random;
    this.now = now;
  }

  private <T> T one(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  /** A message on every channel, of every category and department. */
  List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    for (String channel : RandomRows.CHANNELS) {
      for (String category : RandomRows.CATEGORIES) {
        for (String department : RandomRows.DEPARTMENTS) {
          messages.add(TestStrategy.message(labels(channel, category, department)));
        }
      }
    }
    return messages;
  }

  private Labels labels(String channel, String category, String department) {
    String topic = oneIn(3) ? null : one(TOPICS);
    return new Labels(
        channel, category, department, null, topic, null, null, null, null, Attributes.NONE);
  }

  /** Some time in the next days. */
  Instant instant() {
    return now.plus(Duration.ofMinutes(random.nextInt(5 * 1440)));
  }

  CustomerView view() {
    List<Contact> contacts = new ArrayList<>();
    int count = random.nextInt(13);
    for (int i = 0; i < count; i++) {
      Instant at = now.plus(Duration.ofHours(random.nextInt(14 * 24) - 9L * 24));
      Labels labels =
          labels(one(RandomRows.CHANNELS), one(RandomRows.CATEGORIES), one(RandomRows.DEPARTMENTS));
      contacts.add(contact(at, labels, oneIn(5) ? ContactStatus.PLANNED : ContactStatus.SENT));
    }
    return TestStrategy.view(customer(), contacts.toArray(Contact[]::new));
  }

  static Contact contact(Instant at, Labels labels, ContactStatus status) {
    return new Contact(UUID.randomUUID(), "sales", "c" + at, at, null, status, null, null, labels);
  }

  Customer customer() {
    List<Situation> situations = new ArrayList<>();
    Instant start = now.minus(Duration.ofDays(2));
    if (oneIn(2)) {
      Instant end = oneIn(4) ? null : start.plus(Duration.ofHours(random.nextInt(200)));
      situations.add(new Situation("complaint", start, end));
    }
    if (oneIn(3)) {
      situations.add(new Situation("outage", now, now.plus(Duration.ofHours(random.nextInt(100)))));
    }
    return new Customer(
        null,
        null,
        null,
        null,
        null,
        segments(),
        null,
        null,
        Attributes.NONE,
        List.of(),
        situations,
        List.of());
  }

  private Set<String> segments() {
    return switch (random.nextInt(4)) {
      case 0 -> Set.copyOf(RandomRows.SEGMENTS);
      case 1 -> Set.of(one(RandomRows.SEGMENTS));
      default -> Set.of();
    };
  }
}
