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

  /**
   * Whether nobody has more than one value of it. A customer is in several segments, and declared
   * attributes may come as lists.
   */
  public boolean isSingle() {
    return BUILT_IN.containsKey(key) && !key.equals("segment");
  }

  /**
   * Whether every value that one cell accepts is accepted by the other one too, whoever has several
   * of them: who is in {@code vip} may be in {@code student} as well, and so is not surely {@code
   * not student}.
   */
  public boolean isSurelyWithin(ValueMatch inner, ValueMatch outer) {
    boolean mixes = inner instanceof ValueMatch.AnyOf && !isListOrBlank(outer);
    return inner.isWithin(outer) && (isSingle() || !mixes);
  }

  private static boolean isListOrBlank(ValueMatch match) {
    return match instanceof ValueMatch.AnyOf || match instanceof ValueMatch.Any;
  }

  /** Whether some value, or several that somebody has, could be accepted by both cells. */
  public boolean mayOverlap(ValueMatch one, ValueMatch other) {
    boolean lists = one instanceof ValueMatch.AnyOf && other instanceof ValueMatch.AnyOf;
    return one.overlaps(other) || (lists && !isSingle());
  }

  /** The value that a message, or a contact with these labels, and a customer have of it. */
  public @Nullable Object valueOf(Labels labels, Customer customer) {
    return owner == Owner.CUSTOMER ? customer.value(key) : labels.value(key);
  }
}
