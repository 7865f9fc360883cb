package org.moderato.strategy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.Between;
import org.moderato.strategy.table.CountedContacts;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.ValueMatch;

/** An index finds what somebody finds who looks at one contact after the other. */
class ContactIndexTest {

  private static final int CASES = Integer.getInteger("moderato.property.cases", 20_000) / 4;
  private static final List<String> WORDS = List.of("one", "two", "three", "four");
  private static final List<String> SAID = List.of("one", "Two", " THREE ", "four", "five");
  private static final List<Attribute> ATTRIBUTES =
      List.of(
          Attribute.BUILT_IN.get("channel"),
          Attribute.BUILT_IN.get("category"),
          Attribute.BUILT_IN.get("step"),
          Attribute.BUILT_IN.get("country"),
          new Attribute("tag", Attribute.Owner.MESSAGE, Attribute.Type.TEXT));

  private final Random random = new Random(5);

  @Test
  void findsWhatAScopeAccepts() {
    for (int i = 0; i < CASES; i++) {
      List<Contact> contacts = contacts();
      ContactIndex index = new ContactIndex(contacts, Customer.UNKNOWN);
      for (int j = 0; j < 4; j++) {
        ContactFilter filter = filter();
        assertThat(index.accepted(filter.scope(), filter.shared()))
            .as("%s, the same in %s", filter.scope(), filter.shared())
            .isEqualTo(
                contacts.stream()
                    .filter(contact -> filter.acceptsLabels(contact.labels()))
                    .toList());
      }
    }
  }

  private List<Contact> contacts() {
    List<Contact> contacts = new ArrayList<>();
    for (int i = random.nextInt(80); i > 0; i--) {
      contacts.add(
          new Contact(
              new UUID(0, i),
              "marketing",
              "m" + i,
              Instant.EPOCH,
              null,
              ContactStatus.SENT,
              null,
              null,
              labels()));
    }
    return contacts;
  }

  private Labels labels() {
    Attributes attributes = random.nextBoolean() ? Attributes.NONE : Attributes.of(tags());
    Integer step = random.nextBoolean() ? null : random.nextInt(4);
    return new Labels(said(), said(), null, null, null, null, null, step, null, attributes);
  }

  private Map<String, Object> tags() {
    return Map.of("tag", random.nextBoolean() ? one(SAID) : List.of(one(SAID), one(SAID)));
  }

  private String said() {
    return random.nextInt(5) == 0 ? null : one(SAID);
  }

  private <T> T one(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }

  private ContactFilter filter() {
    Map<Attribute, ValueMatch> matches = new HashMap<>();
    for (Attribute attribute : ATTRIBUTES) {
      if (random.nextInt(3) == 0) {
        matches.put(attribute, match(attribute));
      }
    }
    List<String> same = random.nextInt(3) == 0 ? List.of("Channel", "tag") : List.of();
    return new ContactFilter(
        new CountedContacts(new Scope(matches), ValueMatch.ANY, ValueMatch.ANY, false),
        same,
        new Message("m", labels().onChannel(one(SAID)), List.of(), null, null),
        Customer.UNKNOWN);
  }

  private ValueMatch match(Attribute attribute) {
    if (attribute.type() == Attribute.Type.NUMBER) {
      BigDecimal least = BigDecimal.valueOf(random.nextInt(4));
      return new Between(least, true, least.add(BigDecimal.ONE), random.nextBoolean());
    }
    Set<String> words = new HashSet<>(List.of(one(WORDS), one(WORDS)));
    return random.nextInt(3) == 0 ? new ValueMatch.NoneOf(words) : new ValueMatch.AnyOf(words);
  }
}
