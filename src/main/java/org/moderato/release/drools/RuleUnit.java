package org.moderato.release.drools;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;
import org.moderato.release.drools.RuleText.Fault;

/**
 * One rule of a text, or what stands around its rules.
 *
 * @param origin the whole text
 * @param rule null: what stands around
 * @param drl this part alone, each line where it is in the whole text
 */
record RuleUnit(ParsedText origin, @Nullable RuleDescr rule, String drl) {

  private static final Pattern TOKEN = Pattern.compile("[\\w$]+|[^\\w$\\s]");

  /**
   * The part with a Java label around the consequence: a label is all that generated code keeps of
   * the rule that it came from.
   */
  String labelled(String label) {
    int start = consequenceStart();
    if (start < 0) {
      return drl;
    }
    int end = start + consequence().length();
    return drl.substring(0, start) + label + ": {" + consequence() + "}" + drl.substring(end);
  }

  private String consequence() {
    return rule == null || rule.getConsequence() == null ? "" : rule.getConsequence().toString();
  }

  private int consequenceStart() {
    return consequence().isBlank() || rule == null
        ? -1
        : drl.indexOf(consequence(), rule.getStartCharacter());
  }

  /**
   * A fault of this part.
   *
   * @param line as the compiler says; less than 1: it doesn't
   */
  Fault fault(int line, ErrorWords words) {
    return new Fault(line(line, words), words.text());
  }

  private int line(int line, ErrorWords words) {
    if (rule == null) {
      int found = line > 0 ? line : lineOf(words.fragment(), 1);
      return found > 0 ? found : firstDeclaration();
    }
    if (words.consequenceLine() > 0) {
      String before = drl.substring(0, Math.max(consequenceStart(), 0));
      return (int) before.lines().count() + words.consequenceLine() - 1;
    }
    // What the compiler says is often just where the rule begins.
    int found = lineOf(words.fragment(), rule.getLine());
    return found > 0 ? found : Math.max(line, rule.getLine());
  }

  private int firstDeclaration() {
    return origin.content().getTypeDeclarations().stream()
        .mapToInt(BaseDescr::getLine)
        .min()
        .orElse(0);
  }

  /** The first line from the given one on that has the fragment, whatever its spaces. */
  private int lineOf(@Nullable String fragment, int from) {
    if (fragment == null || fragment.isBlank()) {
      return 0;
    }
    Pattern wanted =
        TOKEN
            .matcher(fragment)
            .results()
            .map(token -> Pattern.quote(token.group()))
            .collect(
                Collectors.collectingAndThen(
                    Collectors.joining("\\s*", "(?<![\\w$])", ""), Pattern::compile));
    String[] lines = drl.split("\n", -1);
    for (int i = Math.max(from, 1) - 1; i < lines.length; i++) {
      if (wanted.matcher(lines[i]).find()) {
        return i + 1;
      }
    }
    return 0;
  }
}
