package org.moderato.packaged;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Requests about few customers among many, the same each time for the same seed. Their clock runs
 * with their number, so that a minute of load covers weeks, and now and then a little back.
 */
final class Traffic implements Iterator<String> {

  /** Beginning ahead, so that no time that a DEFER names is over before the run is. */
  private static final Duration AHEAD = Duration.ofDays(1);

  private static final Duration BACK = Duration.ofHours(3);

  private final String run;
  private final Random random;
  private final Shape shape;
  private final double[] shares;
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.MICROS).plus(AHEAD);
  private long number;

  /**
   * What the requests are like.
   *
   * @param category of all messages
   * @param customers how many there are
   * @param skew exponent of Zipf's law: how much more the first ones get; 0: all get the same
   * @param step by how much each request is later than the one before; null: all are for now
   */
  record Shape(String category, int customers, double skew, @Nullable Duration step) {

    /** All about the same few customers. */
    static Shape hot(String category, int customers, @Nullable Duration step) {
      return new Shape(category, customers, 0, step);
    }
  }

  /**
   * @param run begins the ids of all messages and customers
   */
  Traffic(String run, Shape shape, long seed) {
    this.run = run;
    this.shape = shape;
    this.random = new Random(seed);
    this.shares = new double[shape.customers()];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += 1 / Math.pow(i + 1, shape.skew());
      shares[i] = sum;
    }
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public String next() {
    number++;
    return body(run, number, customer(), shape.category(), at());
  }

  List<String> next(int count) {
    List<String> bodies = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      bodies.add(next());
    }
    return bodies;
  }

  private int customer() {
    double share = random.nextDouble() * shares[shares.length - 1];
    int place = Arrays.binarySearch(shares, share);
    return place < 0 ? -place - 1 : place;
  }

  private @Nullable Instant at() {
    Duration step = shape.step();
    if (step == null) {
      return null;
    }
    long back = random.nextInt(4) == 0 ? random.nextLong(BACK.toSeconds()) : 0;
    return start.plus(step.multipliedBy(number)).minusSeconds(back);
  }

  static String body(String run, long number, int customer, String category, @Nullable Instant at) {
    String time = at == null ? "" : ", \"at\": \"" + at + "\"";
    return """
        {"messageId": "%s-m%d", "customerId": "%s-c%d", "channel": "email", "category": "%s", \
        "department": "marketing"%s}"""
        .formatted(run, number, run, customer, category, time);
  }
}
