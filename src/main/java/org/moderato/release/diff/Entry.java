package org.moderato.release.diff;

import java.util.Map;
import org.moderato.strategy.table.Source;

/**
 * A row, rule or scenario of one release.
 *
 * @param part what it belongs to, such as {@code Frequency cap}, {@code Rules}, {@code Scenarios}
 * @param id its name inside the part; empty: it has none, and is known by its cells
 * @param source where it stands
 * @param cells its cells by column; of a rule or scenario one, its text
 */
public record Entry(String part, String id, Source source, Map<String, String> cells) {}
