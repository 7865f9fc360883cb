package org.moderato.release.drools;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moderato.release.RuleSheet;
import org.moderato.strategy.rule.RuleInfo;

/**
 * A rule table as rule text.
 *
 * @param sheet where it came from
 * @param drl the text
 * @param rules its rules by name
 */
record RenderedTable(RuleSheet sheet, String drl, Map<String, RuleInfo> rules) {

  private static final Pattern ORIGIN = Pattern.compile("rule values at ([A-Z]+\\d+)");

  /** The first cell of the row whose rule stands at a line of the text; null if none does. */
  @Nullable String cellAt(int line) {
    TreeMap<Integer, String> origins = new TreeMap<>();
    String[] lines = drl.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher origin = ORIGIN.matcher(lines[i]);
      if (origin.find()) {
        origins.put(i + 1, origin.group(1));
      }
    }
    Map.Entry<Integer, String> above = origins.floorEntry(line);
    return above == null ? null : above.getValue();
  }
}
