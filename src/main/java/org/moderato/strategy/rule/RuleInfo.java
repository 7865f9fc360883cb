package org.moderato.strategy.rule;

import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.Source;

/**
 * The rule that is about to fire.
 *
 * @param name as written
 * @param kind its policy kind; null for a rule that only speaks through rows
 * @param source where it stands: a row of a rule table, or a line of a rule file
 * @param speaksItself whether verdicts can name it; false: they name the rows that it reads
 */
public record RuleInfo(String name, @Nullable String kind, Source source, boolean speaksItself) {}
