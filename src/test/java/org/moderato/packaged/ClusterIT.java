package org.moderato.packaged;

/** The short form. */
class ClusterIT extends ClusterCase {

  @Override
  Extent extent() {
    return new Extent(1, 3_000, 1_500, 20, 2, 6);
  }
}
