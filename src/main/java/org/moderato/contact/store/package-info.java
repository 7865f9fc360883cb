/** The ledger's SQL. Rows and entities never leave this package. */
@NullMarked
package org.moderato.contact.store;

import org.jspecify.annotations.NullMarked;
