package org.moderato.release.workbook;

import java.util.Locale;
import java.util.Set;

/** Countries and languages by their two letters. */
final class Countries {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  private Countries() {}

  /** Whether there is a country of this ISO 3166 code. */
  static boolean isKnown(String code) {
    return COUNTRIES.contains(code.toUpperCase(Locale.ROOT));
  }

  /** Whether there is a language of this ISO 639 code. */
  static boolean isLanguage(String code) {
    return LANGUAGES.contains(code.toLowerCase(Locale.ROOT));
  }

  static String unknown(String code) {
    return "\"" + code + "\" is not a country's code";
  }
}
