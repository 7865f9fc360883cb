/** Judges decisions of the log again: what would another strategy have answered? */
@NullMarked
package org.moderato.replay;

import org.jspecify.annotations.NullMarked;
