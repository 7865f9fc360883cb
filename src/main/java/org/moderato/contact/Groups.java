package org.moderato.contact;

import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The groups that a customer belongs to or is counted with.
 *
 * @param account the lock of the account; null: none
 * @param household the lock of the household; null: none
 */
public record Groups(@Nullable Long account, @Nullable Long household) {

  /** What is locked before somebody judges by these groups. */
  public SortedSet<Long> keys() {
    return Stream.of(account, household)
        .filter(Objects::nonNull)
        .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
  }
}
