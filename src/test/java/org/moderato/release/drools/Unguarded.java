package org.moderato.release.drools;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compiles rules that the guard would refuse: what if one of them came through all the same? */
public final class Unguarded {

  private Unguarded() {}

  public static Compiled compile(SortedMap<String, byte[]> files, DeclaredTypes types) {
    return new RuleCompiler(Optional.empty(), EnumSet.noneOf(Layer.class))
        .compile(new TreeMap<>(files), List.of(), types);
  }
}
