/** Endpoints of the ledger: customers, links, contacts, events. */
@NullMarked
package org.moderato.contact.rest;

import org.jspecify.annotations.NullMarked;
