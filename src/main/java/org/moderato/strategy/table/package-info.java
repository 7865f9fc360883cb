/**
 * Policy tables: rows as data, the values their cells match, and the index that finds the rows of a
 * message.
 */
@NullMarked
package org.moderato.strategy.table;

import org.jspecify.annotations.NullMarked;
