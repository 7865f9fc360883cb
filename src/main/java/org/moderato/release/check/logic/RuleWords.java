package org.moderato.release.check.logic;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Source;

/**
 * The names of tables in rules, read as words: enough to know that a table is mentioned nowhere,
 * and what simple conditions ask for. Of other conditions nothing is said.
 */
final class RuleWords {

  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile("\"(?:\\\\.|[^\"\\\\\\n])*\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern DECLARATION = Pattern.compile("\\bdeclare\\s+\\w+");
  private static final String ASKED =
      "policies\\s*\\.\\s*(?:matching|lookup)\\s*\\(\\s*\"([^\"]+)\"";
  private static final Pattern READ = Pattern.compile("\\b" + ASKED);
  private static final Pattern RULE =
      Pattern.compile(
          "(?ms)^[ \\t]*rule\\s+(?:\"([^\"]+)\"|(\\w+))(.*?)^[ \\t]*then\\b.*?^[ \\t]*end\\b");
  private static final Pattern BOUND_ROW =
      Pattern.compile("(?m)^[ \\t]*\\$\\w+\\s*:\\s*\\w+\\s*\\([^\\n]*\\)\\s*from\\s+" + ASKED);
  private static final Pattern CHOICE = Pattern.compile("\\bor\\b");

  private final String text;
  private final IntFunction<Source> places;

  private RuleWords(String text, IntFunction<Source> places) {
    this.text = withoutComments(text);
    this.places = places;
  }

  static RuleWords ofFile(String file, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return new RuleWords(text, at -> new Source(file, null, line(text, at)));
  }

  static RuleWords ofCell(Source cell, String text) {
    return new RuleWords(text, at -> cell);
  }

  private static int line(String text, int at) {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /** Comments become blanks, so that everything stays at its line. */
  private static String withoutComments(String text) {
    return COMMENT_OR_TEXT
        .matcher(text)
        .replaceAll(
            found ->
                found.group().startsWith("\"")
                    ? Matcher.quoteReplacement(found.group())
                    : found.group().replaceAll("[^\\n]", " "));
  }

  /** Whether it names a type, in whatever way but its declaration. */
  boolean mentions(String type) {
    String others = DECLARATION.matcher(text).replaceAll("declare");
    Pattern name = Pattern.compile("\\b" + Pattern.quote(type) + "\\b");
    return name.matcher(others).find()
        || reads().stream().anyMatch(read -> Names.key(read.type()).equals(Names.key(type)));
  }

  /**
   * A table that is asked for.
   *
   * @param type as written
   */
  record Read(String type, Source source) {}

  List<Read> reads() {
    List<Read> reads = new ArrayList<>();
    READ.matcher(text)
        .results()
        .forEach(found -> reads.add(new Read(found.group(1), places.apply(found.start()))));
    return reads;
  }

  /**
   * A table without whose rows a rule never speaks.
   *
   * @param source the rule's
   */
  record Need(String rule, String type, Source source) {}

  List<Need> needs() {
    List<Need> needs = new ArrayList<>();
    RULE.matcher(text).results().forEach(rule -> addNeeds(rule, needs));
    return needs;
  }

  private void addNeeds(MatchResult rule, List<Need> needs) {
    String conditions = rule.group(3);
    if (CHOICE.matcher(conditions.replaceAll("\"[^\"]*\"", "")).find()) {
      return;
    }
    String name = rule.group(1) == null ? rule.group(2) : rule.group(1);
    BOUND_ROW
        .matcher(conditions)
        .results()
        .forEach(row -> needs.add(new Need(name, row.group(1), places.apply(rule.start()))));
  }
}
