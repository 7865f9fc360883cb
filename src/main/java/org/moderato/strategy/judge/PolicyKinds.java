package org.moderato.strategy.judge;

import java.util.Comparator;
import java.util.List;
import org.moderato.strategy.Names;

/**
 * The kinds of policies and the order in which they are evaluated and reported. Kinds that a
 * strategy adds stand between frequency caps and channel preference.
 */
public final class PolicyKinds {

  public static final String EXEMPTION = "exemption";

  /** Published order: changing it changes what callers read first. */
  public static final List<String> ORDER =
      List.of(
          "legal",
          "consent",
          "suppression",
          "sequence",
          "duplicate",
          "quiet hours",
          "send window",
          "spacing",
          "frequency cap");

  static final String UNKNOWN = "unknown value";
  static final String NO_POLICY = "no policy applied";
  static final String ALL_PASSED = "all policies passed";
  static final String NO_TIME = "no allowed time";
  static final String EXPIRED = "expired";

  /** The kinds of the judge's own remarks, which are no policies of a strategy. */
  public static final List<String> REMARKS =
      List.of(NO_POLICY, ALL_PASSED, NO_TIME, EXPIRED, UNKNOWN);

  private static final String LAST = "channel preference";

  private PolicyKinds() {}

  /** The order in which findings are reported. */
  static Comparator<String> order() {
    return Comparator.comparingInt(PolicyKinds::rank).thenComparing(Comparator.naturalOrder());
  }

  private static int rank(String kind) {
    int known = ORDER.indexOf(kind);
    if (known >= 0) {
      return known;
    }
    if (isSame(kind, LAST)) {
      return ORDER.size() + 1;
    }
    for (int i = 0; i < ORDER.size(); i++) {
      if (isSame(kind, ORDER.get(i))) {
        return i;
      }
    }
    return ORDER.size();
  }

  /** Whether two names mean the same kind: a plural or another spelling is forgiven. */
  public static boolean isSame(String one, String other) {
    return one.equals(other) || singular(one).equals(singular(other));
  }

  private static String singular(String kind) {
    String key = Names.key(kind);
    return key.endsWith("s") ? key.substring(0, key.length() - 1) : key;
  }
}
