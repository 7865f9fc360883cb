package org.moderato.contact;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
    long id, long personKey, @Nullable Long accountKey, @Nullable Long householdKey) {

  /** The locks of the person, of the account and of the household. */
  public List<Long> keys() {
    return Stream.of(personKey, accountKey, householdKey).filter(Objects::nonNull).toList();
  }
}
