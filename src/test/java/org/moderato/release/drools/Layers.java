package org.moderato.release.drools;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which layers of the guard are on in a test. */
record Layers(Set<Layer> on) {

  static final Layers ALL = new Layers(EnumSet.allOf(Layer.class));

  static Layers without(Layer... off) {
    Set<Layer> on = EnumSet.allOf(Layer.class);
    on.removeAll(List.of(off));
    return new Layers(on);
  }
}
