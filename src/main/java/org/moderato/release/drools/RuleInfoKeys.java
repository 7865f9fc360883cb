package org.moderato.release.drools;

/** How rules are told apart: a name is unique in its package only. */
final class RuleInfoKeys {

  private RuleInfoKeys() {}

  static String key(String packageName, String rule) {
    return packageName + "/" + rule;
  }
}
