package org.moderato.contact;

import java.time.Instant;
import org.moderato.strategy.fact.Contact;

/**
 * A contact to be recorded.
 *
 * @param contact the contact
 * @param customer whose it is; account and household are frozen with it
 * @param despiteVerdict whether it took place although a verdict said otherwise
 * @param recordedAt when it was recorded
 */
public record NewContact(
    Contact contact, KnownCustomer customer, boolean despiteVerdict, Instant recordedAt) {}
