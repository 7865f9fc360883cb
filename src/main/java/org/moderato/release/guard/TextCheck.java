package org.moderato.release.guard;

import java.util.List;
import java.util.Set;

/**
 * Holds the text of rules to forms that cannot become anything else when they are pasted into Java,
 * and to names that the {@link AllowList} has. Names that exist nowhere are left to the compiler,
 * which says better what is wrong with them.
 */
public final class TextCheck {

  private final KnownNames names;

  public TextCheck(AllowList list, RuleWords words) {
    this.names = new KnownNames(list, words);
  }

  /** What is wrong with the pieces of a text before anything is parsed, by line. */
  public static List<Finding> pieces(String text) {
    return new RuleLexer(text).read().findings();
  }

  /**
   * What is refused in a text, in its order.
   *
   * @param regions its rules and functions; all else is around them
   * @param packages whose types the text may name without them: its own and imported ones
   */
  public List<Finding> check(String text, List<RuleRegion> regions, Set<String> packages) {
    List<RuleToken> tokens = new RuleLexer(text).read().tokens();
    return new TextReading(names, tokens, regions, packages).findings();
  }
}
