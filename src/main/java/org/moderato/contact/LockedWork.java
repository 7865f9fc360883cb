package org.moderato.contact;

import java.sql.SQLException;

/**
 * What is done while customers are locked. May run several times: it must have no other effects.
 */
@FunctionalInterface
public interface LockedWork<T> {

  T run(Locked locked) throws SQLException;
}
