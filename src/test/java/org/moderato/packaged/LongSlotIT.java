package org.moderato.packaged;

import org.junit.jupiter.api.Tag;

/** The long form. */
@Tag("guarantee")
class LongSlotIT extends SlotCase {

  @Override
  int sequences() {
    return 10_000;
  }
}
