package org.moderato.evaluation;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.SortedSet;
import org.moderato.contact.store.CustomerKeys;

/** Locks nothing: what happens then shows what the locks are good for. */
@Alternative
@Singleton
class NoLocks extends CustomerKeys {

  @Override
  public void lock(Connection connection, SortedSet<Long> keys) {}
}
