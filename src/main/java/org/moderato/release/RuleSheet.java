package org.moderato.release;

/**
 * A sheet that holds native Drools decision tables.
 *
 * @param file path of the workbook inside the strategy
 * @param sheet its name
 */
public record RuleSheet(String file, String sheet) {}
