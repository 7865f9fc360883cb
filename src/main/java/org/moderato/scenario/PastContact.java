package org.moderato.scenario;

import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Contact;

/**
 * An entry of the history that a scenario gives.
 *
 * @param contact what happened
 * @param customerId to whom
 * @param account the account that it was made with; null: none
 * @param household the household that it was made with; null: none
 */
public record PastContact(
    Contact contact, String customerId, @Nullable String account, @Nullable String household) {}
