package org.moderato.contact;

import org.jspecify.annotations.Nullable;

/**
 * The keys of a customer.
 *
 * @param id the surrogate that all other tables carry
 * @param personKey the lock of the person, shared by linked ids
 * @param accountKey the lock of the account; null: none
 * @param householdKey the lock of the household; null: none
 */
public record KnownCustomer(
    long id, long personKey, @Nullable Long accountKey, @Nullable Long householdKey) {}
