package org.moderato.packaged;

/** The short form. */
class ClusterIT extends ClusterCase {

  @Override
  Extent extent() {
    return new Extent(1, 2_000, 1_000, 20, 2, 3);
  }
}
