package org.moderato.strategy.table;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The type of a policy table, as a DRL file declares it.
 *
 * @param name such as {@code FrequencyCap}
 * @param title the same in words, such as {@code Frequency cap}
 * @param kind the policy kind that its findings have, such as {@code frequency cap}
 * @param lookup whether only the most specific matching row counts
 * @param base which columns it understands beside its own fields
 * @param fields its own fields, in the order of their declaration
 * @param requires names of inherited fields that must not be blank, such as {@code window}
 * @param source where it is declared
 */
public record TableType(
    String name,
    String title,
    String kind,
    boolean lookup,
    Base base,
    List<Field> fields,
    Set<String> requires,
    Source source) {

  public TableType {
    requires = Set.copyOf(requires);
    fields = List.copyOf(fields);
  }

  /** Which row class it extends. */
  public enum Base {
    POLICY,
    LIMITING,
    COUNTING
  }

  /**
   * One field of a declared type.
   *
   * @param name such as {@code atMost}
   * @param type the Java class of its values: String, Integer, Long, Double, BigDecimal, Boolean,
   *     LocalDate, LocalTime, ZoneId, Span, Window, TimeRange, Days, Waiting, List (of texts), or
   *     an enum of this package
   * @param required whether a blank cell is an error
   * @param vocabulary the vocabulary whose words its cells may hold; null: any text
   */
  public record Field(String name, Class<?> type, boolean required, @Nullable String vocabulary) {}
}
