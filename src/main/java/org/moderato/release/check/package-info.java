/**
 * Checks a strategy that can be loaded before people trust it: one pipeline for the folder, uploads
 * and the command line. Features above add checks of their own.
 */
@NullMarked
package org.moderato.release.check;

import org.jspecify.annotations.NullMarked;
