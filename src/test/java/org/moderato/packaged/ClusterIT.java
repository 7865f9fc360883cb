package org.moderato.packaged;

/** The short form. */
class ClusterIT extends ClusterCase {

  @Override
  Extent extent() {
    return new Extent(2_000);
  }
}
