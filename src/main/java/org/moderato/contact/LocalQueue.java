package org.moderato.contact;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets requests for one customer wait inside the process, before they take a connection. Saves
 * connections only: that two never meet is the database's doing. Each customer has a lock of their
 * own, which lives as long as somebody wants it: if customers shared locks, one that takes long, or
 * a group of many, would hold up requests for others.
 */
final class LocalQueue {

  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  /** The lock of a customer; the number is changed only inside the map's own operations. */
  private static final class Turn {

    private final ReentrantLock lock = new ReentrantLock(true);
    private int wantedBy;
  }

  <T> T inTurn(Collection<String> ids, Supplier<T> work) {
    Deque<String> held = new ArrayDeque<>();
    try {
      for (String id : new TreeSet<>(ids)) {
        want(id).lock.lock();
        held.push(id);
      }
      return work.get();
    } finally {
      held.forEach(this::leave);
    }
  }

  private Turn want(String id) {
    return turns.compute(
        id,
        (key, turn) -> {
          Turn wanted = turn == null ? new Turn() : turn;
          wanted.wantedBy++;
          return wanted;
        });
  }

  private void leave(String id) {
    turns.computeIfPresent(
        id,
        (key, turn) -> {
          turn.lock.unlock();
          turn.wantedBy--;
          return turn.wantedBy == 0 ? null : turn;
        });
  }

  /** How many customers somebody wants or has. */
  int size() {
    return turns.size();
  }
}
