package org.moderato.contact;

import org.moderato.strategy.fact.Contact;

/**
 * A contact as it stands after a report.
 *
 * @param isNew whether it was recorded just now
 * @param despiteVerdict whether it took place although a verdict said otherwise
 * @param late whether it was confirmed after its reservation had expired
 */
public record Recorded(Contact contact, boolean isNew, boolean despiteVerdict, boolean late) {}
