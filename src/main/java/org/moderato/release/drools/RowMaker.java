package org.moderato.release.drools;

import java.util.List;
import java.util.Map;
import org.kie.api.definition.type.FactType;
import org.moderato.strategy.table.CountedContacts;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.Level;
import org.moderato.strategy.table.LimitingRow;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.TableType.Field;
import org.moderato.strategy.table.Waiting;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.Window;

/** Makes rows of one declared type. */
final class RowMaker {

  private final FactType type;

  RowMaker(FactType type) {
    this.type = type;
  }

  PolicyRow make(RowData data) {
    PolicyRow row = newRow();
    for (Field field : data.type().fields()) {
      Object value = data.values().get(field.name());
      if (value != null) {
        type.set(row, field.name(), value);
      }
    }
    if (row instanceof LimitingRow limiting) {
      setWaiting(limiting, data.values());
    }
    if (row instanceof CountingRow counting) {
      setCounting(counting, data.values());
    }
    row.describe(data.head(), data.values());
    return row;
  }

  private PolicyRow newRow() {
    try {
      return (PolicyRow) type.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a row of " + type.getName(), e);
    }
  }

  private static void setWaiting(LimitingRow row, Map<String, Object> values) {
    if (values.get("whenReached") instanceof Waiting waiting) {
      row.setWhenReached(waiting);
    }
    row.setWaitAtMost((Span) values.get("waitAtMost"));
    row.setAskAgainAfter((Span) values.get("askAgainAfter"));
  }

  private static void setCounting(CountingRow row, Map<String, Object> values) {
    row.setWindow((Window) values.get("window"));
    if (values.get("level") instanceof Level level) {
      row.setLevel(level);
    }
    if (values.get("same") instanceof List<?> same) {
      row.setSame(same.stream().map(String::valueOf).toList());
    }
    if (values.get("counts") instanceof CountedContacts counts) {
      row.setCounts(counts);
    }
  }
}
