package org.moderato.strategy.table;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Labels;

/**
 * An attribute that a match column may be named after.
 *
 * @param name as people write it, such as {@code channel}
 * @param key the name in the form of {@link Names#key}
 * @param owner whose it is
 * @param type what its values are
 */
public record Attribute(String name, String key, Owner owner, Type type) {

  public Attribute(String name, Owner owner, Type type) {
    this(name, Names.key(name), owner, type);
  }

  /** Whose attribute it is. */
  public enum Owner {
    MESSAGE,
    CUSTOMER,
    /** Only contacts have it; useful in {@code Counts ...} columns. */
    CONTACT
  }

  /** What its values are. */
  public enum Type {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE
  }

  /** Those that every message and customer has, by key. */
  public static final Map<String, Attribute> BUILT_IN =
      Stream.of(
              text(Owner.MESSAGE, "channel", "category", "department", "brand"),
              text(Owner.MESSAGE, "topic", "template", "sequence"),
              List.of(
                  new Attribute("step", Owner.MESSAGE, Type.NUMBER),
                  new Attribute("priority", Owner.MESSAGE, Type.NUMBER)),
              text(Owner.CUSTOMER, "country", "region", "language", "stage", "segment"),
              text(Owner.CUSTOMER, "account", "household"))
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableMap(Attribute::key, a -> a));

  private static List<Attribute> text(Owner owner, String... names) {
    return Stream.of(names).map(name -> new Attribute(name, owner, Type.TEXT)).toList();
  }

  /** The value that a message, or a contact with these labels, and a customer have of it. */
  public @Nullable Object valueOf(Labels labels, Customer customer) {
    return owner == Owner.CUSTOMER ? customer.value(key) : labels.value(key);
  }
}
