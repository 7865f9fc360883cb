package org.moderato.strategy.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How full a window is, and when it has room again.
 *
 * <p>A contact at t lies in many rolling windows: all that end at t or later and still reach back
 * to t. So contacts after t count as well as those before it. Of calendar windows only those count
 * in whose periods t lies. Sums are rounded to a millionth, so that three times 0.1 fits into 0.3.
 * Immutable; each question takes time linear in the number of loads at most.
 */
public final class Occupancy {

  private static final double PARTS = 1e6;
  private static final double TOLERANCE = 1e-7;

  private final Scale scale;

  /** When each load is, in microseconds; ascending. */
  private final long[] times;

  /** Where each load lies on the scale, and where it leaves; both ascend. */
  private final long[] places;

  private final long[] leaves;

  /** The weight of the loads before each index; null: each weighs 1. */
  private final double @Nullable [] weights;

  /**
   * A contact that counts.
   *
   * @param at when, to the microsecond
   * @param weight how much it counts; 0 or more, finite
   */
  public record Load(Instant at, double weight) {

    public Load {
      check(weight);
    }
  }

  /**
   * The loads of one window.
   *
   * @param from index of the first of them, in ascending order of time
   * @param to index after the last
   * @param weight their weights' sum, rounded to a millionth
   */
  public record Fill(int from, int to, double weight) {

    public int count() {
      return to - from;
    }

    /** Whether the weight is at most {@code room}, as {@link Occupancy#firstFree} compares it. */
    public boolean fits(double room) {
      return Occupancy.fits(weight, room);
    }
  }

  /**
   * Prepares the questions.
   *
   * @param window which loads count together
   * @param customerZone the zone of windows that don't name their own
   * @param loads in any order
   */
  public Occupancy(Window window, ZoneId customerZone, List<Load> loads) {
    this(Scale.of(window, customerZone), ascending(loads));
  }

  private Occupancy(Scale scale, Load[] loads) {
    this(scale, Stream.of(loads).mapToLong(load -> Micros.of(load.at())).toArray(), sums(loads));
  }

  /**
   * Prepares the questions.
   *
   * @param window which loads count together
   * @param customerZone the zone of windows that don't name their own
   * @param times when the loads are, in microseconds since 1970, ascending; not copied
   * @param weights what each of them weighs, 0 or more; null: each weighs 1
   */
  public Occupancy(Window window, ZoneId customerZone, long[] times, double @Nullable [] weights) {
    this(Scale.of(window, customerZone), times, weights == null ? null : sums(weights));
  }

  private Occupancy(Scale scale, long[] times, double @Nullable [] sums) {
    this.scale = scale;
    this.times = times;
    this.weights = sums;
    int size = times.length;
    this.places = new long[size];
    this.leaves = new long[size];
    for (int i = 0; i < size; i++) {
      places[i] = scale.place(times[i]);
      leaves[i] = scale.leave(places[i]);
    }
  }

  private static double[] sums(Load[] loads) {
    return sums(Stream.of(loads).mapToDouble(Load::weight).toArray());
  }

  private static double[] sums(double[] weights) {
    double[] sums = new double[weights.length + 1];
    for (int i = 0; i < weights.length; i++) {
      check(weights[i]);
      sums[i + 1] = sums[i] + weights[i];
    }
    return sums;
  }

  private static void check(double weight) {
    if (!(weight >= 0 && Double.isFinite(weight))) {
      throw new IllegalArgumentException("a weight is a number from 0 on, not " + weight);
    }
  }

  /** Whether a weight is at most {@code room}, but for what adding up tenths leaves. */
  public static boolean fits(double weight, double room) {
    return weight <= room + TOLERANCE;
  }

  /**
   * Of all windows that contain {@code instant}, the one with the greatest weight; of several, the
   * one that ends first.
   */
  public Fill fullest(Instant instant) {
    long end = scale.place(Micros.of(instant));
    long beyond = scale.leave(end);
    int first = Ascending.firstAbove(leaves, end);
    int next = Ascending.firstAbove(places, end);
    int from = first;
    int to = next;
    while (next < places.length && places[next] < beyond) {
      end = places[next];
      next = Ascending.skip(places, next, end);
      first = Ascending.skip(leaves, first, end);
      if (weight(first, next) > weight(from, to)) {
        from = first;
        to = next;
      }
    }
    return new Fill(from, to, weight(from, to));
  }

  /** The window that ends at {@code instant}. */
  public Fill ending(Instant instant) {
    long micros = Micros.of(instant);
    int from = Ascending.firstAbove(leaves, scale.place(micros));
    int to = Ascending.firstAbove(times, micros);
    return new Fill(from, to, weight(from, to));
  }

  /**
   * The first instant from {@code from} on at which no window that contains it weighs more than
   * {@code room}; loads after it count too. Exact to the microsecond.
   *
   * @param room the limit less the weight of what is to be added; below 0 nothing fits
   * @return empty if there is no such instant
   */
  public Optional<Instant> firstFree(Instant from, double room) {
    long start = scale.place(Micros.of(from));
    long place = start;
    long end = start;
    long beyond = scale.leave(start);
    int first = Ascending.firstAbove(leaves, end);
    int next = Ascending.firstAbove(places, end);
    while (place != Scale.NEVER && room >= -TOLERANCE) {
      int kept = firstToKeep(first, next, room);
      if (kept > first) {
        // Too full until the last load leaves that has to: all places before share a window with it
        // and with those after it.
        place = reachable(leaves[kept - 1]);
        end = place;
        beyond = scale.leave(place);
      } else if (next < places.length && places[next] < beyond) {
        end = places[next];
      } else {
        return Optional.of(place == start ? from : scale.first(place));
      }
      first = Ascending.skip(leaves, first, end);
      next = Ascending.skip(places, next, end);
    }
    return Optional.empty();
  }

  /**
   * The first instant t from {@code from} on at which the window that ends at t doesn't weigh more
   * than {@code room}. Loads after t don't count. Exact to the microsecond.
   *
   * @param room the limit less the weight of what is to be added; below 0 nothing fits
   * @return empty if there is no such instant
   */
  public Optional<Instant> firstFreeAfter(Instant from, double room) {
    long micros = Micros.of(from);
    long place = scale.place(micros);
    int first = Ascending.firstAbove(leaves, place);
    int next = first;
    while (place != Scale.NEVER && room >= -TOLERANCE) {
      first = Ascending.skip(leaves, first, place);
      next = Ascending.skip(times, next, micros);
      int kept = firstToKeep(first, next, room);
      if (kept == first) {
        return Optional.of(Micros.toInstant(micros));
      }
      place = reachable(leaves[kept - 1]);
      micros = Micros.of(scale.first(place));
    }
    return Optional.empty();
  }

  /** That place, or the next one if clock changes leave it out: an hour in spring. */
  private long reachable(long place) {
    return place == Scale.NEVER ? place : scale.place(Micros.of(scale.first(place)));
  }

  /** The smallest index from which on the loads before {@code to} fit. */
  private int firstToKeep(int from, int to, double room) {
    int kept = from;
    while (!fits(weight(kept, to), room)) {
      kept++;
    }
    return kept;
  }

  private double weight(int from, int to) {
    if (weights == null) {
      return to - from;
    }
    return Math.rint((weights[to] - weights[from]) * PARTS) / PARTS;
  }

  private static Load[] ascending(List<Load> loads) {
    Load[] sorted = loads.toArray(Load[]::new);
    Arrays.sort(sorted, Comparator.comparing(Load::at));
    return sorted;
  }
}
