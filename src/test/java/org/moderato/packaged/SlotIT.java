package org.moderato.packaged;

/** The short form. */
class SlotIT extends SlotCase {

  @Override
  int sequences() {
    return 400;
  }
}
