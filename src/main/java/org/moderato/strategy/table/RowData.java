package org.moderato.strategy.table;

import java.util.Map;

/**
 * A row as read from a sheet, before the engine makes a {@link PolicyRow} of it.
 *
 * @param type the type of its table
 * @param head what every row has
 * @param values the values of its own and inherited fields by field name ({@code window}, {@code
 *     level}, {@code same}, {@code counts}, {@code whenReached}, {@code waitAtMost}, {@code
 *     askAgainAfter}); blank cells are left out
 */
public record RowData(TableType type, RowHead head, Map<String, Object> values) {

  public RowData {
    values = Map.copyOf(values);
  }
}
