/**
 * The pure core: facts, tables, the questions that rules may ask, and the judge. No framework,
 * clock or I/O belongs here.
 */
@NullMarked
package org.moderato.strategy;

import org.jspecify.annotations.NullMarked;
