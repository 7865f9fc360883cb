package org.moderato.contact;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Lets requests for one customer wait inside the process, before they take a connection. Saves
 * connections only: that two never meet is the database's doing.
 */
final class LocalQueue {

  private static final int STRIPES = 1024;

  private final List<ReentrantLock> stripes =
      Stream.generate(() -> new ReentrantLock(true)).limit(STRIPES).toList();

  <T> T inTurn(Collection<String> ids, Supplier<T> work) {
    Deque<ReentrantLock> held = new ArrayDeque<>();
    try {
      ids.stream()
          .map(id -> Math.floorMod(id.hashCode(), STRIPES))
          .distinct()
          .sorted()
          .map(stripes::get)
          .forEach(
              stripe -> {
                stripe.lock();
                held.push(stripe);
              });
      return work.get();
    } finally {
      held.forEach(ReentrantLock::unlock);
    }
  }
}
