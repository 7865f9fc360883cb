package org.moderato.contact;

import java.util.Set;
import org.moderato.strategy.table.Level;

/**
 * A customer to be locked.
 *
 * @param customerId the customer's own id
 * @param levels whether their account and household are locked too; the person always is
 */
public record CustomerRef(String customerId, Set<Level> levels) {

  public CustomerRef {
    levels = Set.copyOf(levels);
  }

  /** A customer with the groups that they belong to. */
  static CustomerRef withGroups(String customerId) {
    return new CustomerRef(customerId, Set.of(Level.ACCOUNT, Level.HOUSEHOLD));
  }
}
