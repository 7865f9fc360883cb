package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moderato.OnH2;

/** Without its locks the service breaks caps: the test of the locks can fail. */
@QuarkusTest
@TestProfile(WithoutLocksOnH2Guarantee.Unlocked.class)
class WithoutLocksOnH2Guarantee extends ConcurrencyCase {

  /** The service as it is, but for the locks. */
  public static class Unlocked extends OnH2 {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
      return Set.of(NoLocks.class);
    }
  }

  @Test
  @Override
  void linkedIdsShareTheirCap() throws Exception {
    long sent = sentToOnePerson();

    System.getLogger("locks").log(System.Logger.Level.INFO, "without locks " + sent + " were sent");
    assertThat(sent).isGreaterThan(CAP);
  }

  @Override
  void neverExceedsACapNorLosesASlot() {}

  @Override
  void oneIdSentByAllClientsAtOnceIsOneMessage() {}
}
