package org.moderato.strategy.table;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Where a row or rule stands, so that a person can find it.
 *
 * @param file path inside the strategy, such as {@code decision-tables/caps.xlsx}
 * @param sheet the sheet; null for a rule file
 * @param row the row as the spreadsheet program shows it, from 1; for a rule file its line
 */
public record Source(String file, @Nullable String sheet, int row) implements Comparable<Source> {

  private static final Comparator<Source> ORDER =
      Comparator.comparing(Source::file)
          .thenComparing(Source::sheet, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(Source::row);

  /** By file, sheet and row. */
  @Override
  public int compareTo(Source other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return sheet == null ? file + ":" + row : file + ":" + sheet + "!" + row;
  }
}
