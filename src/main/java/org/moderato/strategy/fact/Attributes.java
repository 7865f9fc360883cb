package org.moderato.strategy.fact;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;

/**
 * Further labels or attributes by name. Names are compared as {@link Names#key} does, so that
 * {@code lifeTime-value} and {@code Lifetime value} are one attribute.
 */
public final class Attributes {

  public static final Attributes NONE = new Attributes(Map.of());

  private final Map<String, Object> values;
  private final Map<String, Object> byKey;

  private Attributes(Map<String, ?> values) {
    this.values = new TreeMap<>();
    this.byKey = new LinkedHashMap<>();
    new TreeMap<>(values).forEach(this::add);
  }

  /**
   * @param values text, number, boolean or a collection of texts; nulls are left out
   */
  public static Attributes of(Map<String, ?> values) {
    return values.isEmpty() ? NONE : new Attributes(values);
  }

  private void add(String name, @Nullable Object value) {
    if (value == null) {
      return;
    }
    Object copy = value instanceof Collection<?> list ? List.copyOf(list) : value;
    values.put(name, copy);
    byKey.putIfAbsent(Names.key(name), copy);
  }

  /** The values under the names that they came with, sorted by name. */
  public Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /**
   * @param key the name in the form of {@link Names#key}
   */
  public @Nullable Object value(String key) {
    return byKey.get(key);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attributes that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(values);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
