/**
 * Releases of the strategy: reading its files, compiling aside, putting in force, reporting what is
 * wrong.
 */
@NullMarked
package org.moderato.release;

import org.jspecify.annotations.NullMarked;
