/**
 * The contact ledger: customers, links, consent, situations, responses and contacts, and the locks
 * over them.
 */
@NullMarked
package org.moderato.contact;

import org.jspecify.annotations.NullMarked;
