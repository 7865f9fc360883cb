package org.moderato.release.drools;

import java.util.Locale;

/**
 * Makes the rule engine the same everywhere. It makes the names of methods of those of fields by
 * the language of the machine, in which a field {@code inquiry} has no getter where it is Turkish,
 * and writes dates into rules with that language's months.
 */
final class EngineLocale {

  private EngineLocale() {}

  /** To be called before the engine is; it asks the machine once. */
  static void pin() {
    Locale.setDefault(Locale.ENGLISH);
    System.setProperty("drools.defaultlanguage", "en");
    System.setProperty("drools.defaultcountry", "US");
  }
}
