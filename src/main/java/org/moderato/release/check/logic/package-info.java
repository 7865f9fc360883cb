/**
 * Looks at policy tables for rows that cannot be meant: superfluous, contradictory, without effect.
 * A pure analysis of a loaded strategy that says only what follows from typed cells.
 */
@NullMarked
package org.moderato.release.check.logic;

import org.jspecify.annotations.NullMarked;
