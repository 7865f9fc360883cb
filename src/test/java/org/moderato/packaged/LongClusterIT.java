package org.moderato.packaged;

import org.junit.jupiter.api.Tag;

/** The long form. */
@Tag("guarantee")
class LongClusterIT extends ClusterCase {

  private static final int SEEDS = Integer.getInteger("moderato.cluster.seeds", 5);

  @Override
  Extent extent() {
    return new Extent(SEEDS, 60_000, 20_000, 1_000, 10, Load.CLIENTS);
  }
}
