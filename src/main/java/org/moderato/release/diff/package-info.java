/** Says what is different between two releases, in the words of those who edit them. */
@NullMarked
package org.moderato.release.diff;

import org.jspecify.annotations.NullMarked;
