package org.moderato.contact;

/**
 * A contact as it stands after a report.
 *
 * @param isNew whether it was recorded just now
 * @param wentAgainstVerdict whether this report told that it took place although a verdict said
 *     otherwise
 */
public record Recorded(LedgerEntry entry, boolean isNew, boolean wentAgainstVerdict) {}
