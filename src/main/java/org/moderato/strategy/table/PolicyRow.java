package org.moderato.strategy.table;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a policy table. A DRL file declares what further columns its table has: {@code declare
 * Suppression extends PolicyRow}. Rows are made by the loader and never change afterwards.
 */
public abstract class PolicyRow {

  private @Nullable RowHead head;
  private Map<String, Object> values = Map.of();

  /** What every row has. Never null once the row is loaded. */
  public RowHead getHead() {
    return Objects.requireNonNull(head, "the row is not loaded yet");
  }

  /** Called once by the loader, before the row is seen by anybody else. */
  public void describe(RowHead head, Map<String, Object> values) {
    this.head = head;
    this.values = Map.copyOf(values);
  }

  /**
   * The value of one of the row's cells.
   *
   * @param field the name of the field, such as {@code atMost}
   * @return null if the cell is blank
   */
  public @Nullable Object cell(String field) {
    return values.get(field);
  }

  /** All cells that are not blank, by the name of their field. */
  public Map<String, Object> cells() {
    return values;
  }

  public String getId() {
    return getHead().id();
  }

  /** Whether it is acted upon, and not in shadow. */
  public boolean isEnforced() {
    return getHead().mode() == Mode.ENFORCE;
  }

  @Override
  public String toString() {
    return head == null ? "a row" : head.title() + " " + head.id();
  }
}
