package org.moderato.overload;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where admitted requests wait for a worker: those that matter more first, and within a class in
 * the order in which they came. A customer who is being worked on is passed over, since a worker
 * could only wait for them.
 */
final class WaitingLine {

  private final Bounds bounds;
  private final Map<MessageClass, Deque<Job<?>>> waiting = new EnumMap<>(MessageClass.class);
  private final Set<String> busy = new HashSet<>();
  private int running;
  private boolean isClosed;

  /**
   * How much there may be.
   *
   * @param until by class: with so many waiting it is refused
   * @param shared how many of other than vital messages are worked on at the same time
   */
  record Bounds(Map<MessageClass, Integer> until, int shared) {

    Bounds {
      until = Map.copyOf(until);
    }

    static Bounds of(OverloadConfig config, Workers workers) {
      return new Bounds(
          Map.of(
              MessageClass.MARKETING, config.marketingUntil(),
              MessageClass.STANDARD, config.standardUntil(),
              MessageClass.VITAL, config.vitalUntil()),
          workers.shared());
    }
  }

  WaitingLine(Bounds bounds) {
    this.bounds = bounds;
    for (MessageClass messageClass : MessageClass.values()) {
      waiting.put(messageClass, new ArrayDeque<>());
    }
  }

  /** Whether it may wait; if not, it is to be refused. */
  synchronized boolean offer(Job<?> job) {
    MessageClass messageClass = job.work().messageClass();
    if (isClosed || size() >= bounds.until().get(messageClass)) {
      return false;
    }
    waiting.get(messageClass).add(job);
    notify();
    return true;
  }

  private int size() {
    return waiting.values().stream().mapToInt(Deque::size).sum();
  }

  synchronized int size(MessageClass messageClass) {
    return waiting.get(messageClass).size();
  }

  /** The next one, which is worked on from now on; null when nothing comes any more. */
  synchronized @Nullable Job<?> take() throws InterruptedException {
    while (true) {
      Job<?> next = next();
      if (next != null) {
        return next;
      }
      if (isClosed && size() == 0) {
        return null;
      }
      wait();
    }
  }

  private @Nullable Job<?> next() {
    for (Map.Entry<MessageClass, Deque<Job<?>>> entry : waiting.entrySet()) {
      boolean isVital = entry.getKey() == MessageClass.VITAL;
      Job<?> next = isVital || running < bounds.shared() ? next(entry.getValue()) : null;
      if (next != null) {
        running += isVital ? 0 : 1;
        return next;
      }
    }
    return null;
  }

  private @Nullable Job<?> next(Deque<Job<?>> jobs) {
    for (Iterator<Job<?>> each = jobs.iterator(); each.hasNext(); ) {
      Job<?> job = each.next();
      String customer = job.work().customer();
      if (customer == null || busy.add(customer)) {
        each.remove();
        return job;
      }
    }
    return null;
  }

  /** Says that one that was taken is done. */
  synchronized void done(Job<?> job) {
    running -= job.work().messageClass() == MessageClass.VITAL ? 0 : 1;
    if (job.work().customer() != null) {
      busy.remove(job.work().customer());
    }
    if (isClosed) {
      notifyAll();
    } else {
      notify();
    }
  }

  /** Takes out those that were admitted before an instant, and are not vital. */
  synchronized List<Job<?>> overdue(long instant) {
    List<Job<?>> overdue = new ArrayList<>();
    for (MessageClass messageClass : List.of(MessageClass.STANDARD, MessageClass.MARKETING)) {
      Deque<Job<?>> jobs = waiting.get(messageClass);
      while (!jobs.isEmpty() && jobs.peek().admitted() - instant < 0) {
        overdue.add(jobs.remove());
      }
    }
    return overdue;
  }

  /** Takes out all. */
  synchronized List<Job<?>> clear() {
    List<Job<?>> all = new ArrayList<>();
    waiting.values().forEach(all::addAll);
    waiting.values().forEach(Deque::clear);
    return all;
  }

  /** Takes no more; what is waiting is still handed out. */
  synchronized void close() {
    isClosed = true;
    notifyAll();
  }
}
