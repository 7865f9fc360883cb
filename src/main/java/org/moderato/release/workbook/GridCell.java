package org.moderato.release.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;

/**
 * One cell, by its value and never by how it is shown.
 *
 * @param row from 0
 * @param column from 0
 * @param kind what it holds
 * @param value String, Double, Boolean or {@link LocalDateTime}; for formulas and errors their
 *     text; null if blank
 */
record GridCell(int row, int column, Kind kind, @Nullable Object value) {

  /** The days of a time alone: the one before a spreadsheet's first day, or that one. */
  private static final Set<LocalDate> DAYS_OF_TIMES =
      Set.of(LocalDate.of(1899, 12, 31), LocalDate.of(1904, 1, 1));

  /** What a cell holds. */
  enum Kind {
    BLANK,
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    FORMULA,
    ERROR
  }

  static GridCell blank(int row, int column) {
    return new GridCell(row, column, Kind.BLANK, null);
  }

  /** As spreadsheet programs name it, such as {@code C14}. */
  String address() {
    return address(row, column);
  }

  static String address(int row, int column) {
    return CellReference.convertNumToColString(column) + (row + 1);
  }

  boolean isBlank() {
    return kind == Kind.BLANK;
  }

  /** Whether it holds a time alone: such a one counts from a spreadsheet's first day. */
  boolean isTimeOfDay() {
    return value instanceof LocalDateTime time && DAYS_OF_TIMES.contains(time.toLocalDate());
  }

  /** The value as people would say it: whole numbers without a decimal point. */
  String text() {
    if (value instanceof Double number) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    if (isTimeOfDay() && value instanceof LocalDateTime time) {
      return time.toLocalTime().toString();
    }
    if (value instanceof LocalDateTime time) {
      boolean isDay = time.toLocalTime().equals(LocalTime.MIDNIGHT);
      return isDay ? time.toLocalDate().toString() : time.toString().replace('T', ' ');
    }
    return value == null ? "" : String.valueOf(value);
  }
}
