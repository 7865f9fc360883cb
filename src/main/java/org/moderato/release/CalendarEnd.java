package org.moderato.release;

import java.time.LocalDate;

/**
 * The last holiday that a strategy knows: after it, no day is one.
 *
 * @param file path of the workbook inside the strategy
 * @param sheet its sheet
 * @param cell where the date stands
 * @param day the holiday
 */
public record CalendarEnd(String file, String sheet, String cell, LocalDate day) {}
