package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moderato.packaged.Traffic.Shape;
import org.moderato.packaged.agent.Tampering.Without;
import org.moderato.packaged.check.Violation;

/** The same tests fail when what they test is taken away. */
@Tag("guarantee")
class WithoutProtectionIT extends TwoInstances {

  private static final int REQUESTS = 3_000;

  private static List<String> requests(Run run) {
    Shape shape = Shape.hot(Caps.PERSON, 10, Duration.ofDays(60).dividedBy(REQUESTS));
    return new Traffic(run.name(), shape, 1).next(REQUESTS);
  }

  private static List<Violation> violations(Run run, Cluster cluster, List<String> bodies)
      throws Exception {
    Load load = new Load(run.journal(), cluster).ask(bodies);
    List<Violation> violations = run.violations(false);
    run.report(load, violations, "");
    return violations;
  }

  @Test
  void withoutLocksCapsBreak() throws Exception {
    Run run = run("locks");
    try (Cluster unlocked = two(Without.LOCKS)) {
      assertThat(violations(run, unlocked, requests(run))).isNotEmpty();
    }
  }

  @Test
  void withoutMessageKeysRetriesCount() throws Exception {
    Run run = run("keys");
    List<String> bodies = new ArrayList<>();
    for (String body : requests(run)) {
      bodies.addAll(List.of(body, body, body));
    }
    try (Cluster forgetful = two(Without.MESSAGE_KEYS)) {
      assertThat(violations(run, forgetful, bodies)).isNotEmpty();
    }
  }

  @Test
  void withClocksOfTheirOwnReservationsGoWrong() throws Exception {
    Run run = run("clocks");
    try (Cluster own = two(Without.DATABASE_CLOCK);
        KeptConnections connections = new KeptConnections()) {
      assertThatThrownBy(
              () -> {
                for (int number = 0; number < 100; number++) {
                  new SlotSequence(own, connections, run.name() + "-c" + number, number).run();
                }
              })
          .isInstanceOf(AssertionError.class);
    }
  }
}
