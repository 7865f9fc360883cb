package org.moderato.release.workbook;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One cell, by its value and never by how it is shown.
 *
 * @param address such as {@code C14}
 * @param kind what it holds
 * @param value String, Double, Boolean or {@link LocalDateTime}; for formulas and errors their
 *     text; null if blank
 */
record GridCell(String address, Kind kind, @Nullable Object value) {

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

  boolean isBlank() {
    return kind == Kind.BLANK;
  }

  /** The value as people would say it: whole numbers without a decimal point. */
  String text() {
    if (value instanceof Double number) {
      return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
    if (value instanceof LocalDateTime time) {
      return time.toLocalTime().toSecondOfDay() == 0
          ? time.toLocalDate().toString()
          : time.toString();
    }
    return value == null ? "" : String.valueOf(value);
  }
}
