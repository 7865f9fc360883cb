package org.moderato.release.guard;

import java.util.Set;

/** Words and symbols of rule text that are more than names. */
final class RuleKeywords {

  /** Of Java, and not for rules. */
  static final Set<String> KEYWORDS =
      Set.of(
          ("for while do try catch finally synchronized throw throws switch case default "
                  + "break continue goto assert class interface enum static final super native "
                  + "volatile transient strictfp abstract public private protected")
              .split(" "));

  /** What the engine puts into scope, and is not for rules. */
  static final Set<String> ENGINE = Set.of("kcontext channels entryPoints _this __rule".split(" "));

  /** Words of the rule language that a parenthesis may follow. */
  static final Set<String> CONSTRUCTS =
      Set.of(
          ("from in not and or exists forall eval collect matches accumulate acc if contains "
                  + "memberOf sum min max count")
              .split(" "));

  /** What stands before a property that is read. */
  static final Set<String> BEFORE_PROPERTY =
      Set.of(". ( , ! == != < > <= >= && || + * / % ?".split(" "));

  private RuleKeywords() {}
}
