package org.moderato.strategy.table;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every row of every policy table has.
 *
 * @param id unique in its table and stable: the cell {@code Id}, or a hash of the row's cells
 * @param named whether the id was given by a person
 * @param type the declared type of its table, such as {@code FrequencyCap}
 * @param title the same in words, such as {@code Frequency cap}
 * @param kind the policy kind, such as {@code frequency cap}
 * @param source where it stands
 * @param scope the messages that it speaks of
 * @param validFrom first day on which it is in force, in the strategy's zone; null: always was
 * @param validTo last day on which it is in force; null: no end
 * @param mode whether it is enforced or in shadow
 * @param why the words for its reason; null: none given
 * @param overrides ids of rows that it switches off where it matches; {@code general}: every row of
 *     its table with a strictly wider scope
 */
public record RowHead(
    String id,
    boolean named,
    String type,
    String title,
    String kind,
    Source source,
    Scope scope,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    Mode mode,
    @Nullable String why,
    List<String> overrides) {

  public RowHead {
    overrides = List.copyOf(overrides);
  }
}
