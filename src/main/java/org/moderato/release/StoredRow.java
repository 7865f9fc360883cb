package org.moderato.release;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.Source;

/**
 * A row or rule as it stood in a release.
 *
 * @param source where
 * @param cells the texts of a row's cells by column; empty for a rule
 * @param rule the text of a rule; null for a row
 */
public record StoredRow(Source source, Map<String, String> cells, @Nullable String rule) {}
