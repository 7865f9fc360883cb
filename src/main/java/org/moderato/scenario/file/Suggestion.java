package org.moderato.scenario.file;

import org.moderato.strategy.table.Source;

/**
 * Ready scenarios for a row that no scenario covers.
 *
 * @param row its id
 * @param source where it stands
 * @param yaml one document of scenarios: one that hits the row, and where that can be told one just
 *     inside and one just outside
 */
public record Suggestion(String row, Source source, String yaml) {}
