/** Keeps releases in the database. Entities never leave this package. */
@NullMarked
package org.moderato.release.store;

import org.jspecify.annotations.NullMarked;
