package org.moderato.release.drools;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the rule compiler says, in words for people.
 *
 * @param text the words
 * @param fragment a piece of the rule that the message is about; null: it names none
 * @param consequenceLine the line after {@code then} that it is about, from 1; 0: none
 */
record ErrorWords(String text, @Nullable String fragment, int consequenceLine) {

  private static final int LONGEST = 300;

  /** Drools puts the consequence on the second line of what it parses. */
  private static final int CONSEQUENCE_OFFSET = 1;

  private static final String DUPLICATE = "Duplicate rule name: ";

  /** The first group is the fragment. */
  private record Phrase(Pattern said, String meant) {}

  private static final List<Phrase> PHRASES =
      List.of(
          phrase(
              "Unable to parse left part of expression: (.*)",
              "$1 is not understood: there is no such field or method"),
          phrase("Unable to find class: (\\S+)", "There is no type $1; is an import missing?"),
          phrase(
              "Method (\\S+) on class (\\S+) with arguments \\[(.*)] is missing",
              "$2 has no method $1($3)"),
          phrase("For input string: \"(.*)\"", "\"$1\" is not a number"),
          phrase("(\\S+) cannot be resolved.*", "There is no $1"),
          phrase("The method (\\w+\\().*", "$0"),
          phrase("\\[ERR \\d+] Line \\d+:\\d+ (.*)", "Not understood: $1"),
          phrase("(?s)Only a type can be imported. (\\S+) resolves.*", "There is no class $1"),
          phrase(DUPLICATE + "(.*)", "There is another rule \"$1\""),
          phrase("The import (\\S+) cannot be resolved", "There is no class $1"));

  private static final Pattern CONSEQUENCE =
      Pattern.compile(
          "(?s)Unable to parse consequence caused by: \\(line (\\d+),col \\d+\\) Parse error\\."
              + " Found (.*?), expected.*");

  private static final Pattern PACKAGE = Pattern.compile("(?:class )?(?:[a-z]\\w*\\.)+([A-Z]\\w*)");

  private static Phrase phrase(String said, String meant) {
    return new Phrase(Pattern.compile(said), meant);
  }

  static ErrorWords of(String message) {
    String said = firstPart(message.strip());
    Matcher consequence = CONSEQUENCE.matcher(said);
    if (consequence.matches()) {
      int line = Integer.parseInt(consequence.group(1)) - CONSEQUENCE_OFFSET;
      String text = "What stands after \"then\" is not understood from " + consequence.group(2);
      return new ErrorWords(text, null, line);
    }
    for (Phrase phrase : PHRASES) {
      Matcher matcher = phrase.said().matcher(said);
      if (matcher.matches()) {
        return new ErrorWords(plain(matcher.replaceFirst(phrase.meant())), matcher.group(1), 0);
      }
    }
    return new ErrorWords(plain(said), null, 0);
  }

  /** Whether it is about two rules of one name, which is the fragment. */
  boolean isDuplicate() {
    return text.startsWith("There is another rule");
  }

  /** The same about another piece of the rule. */
  ErrorWords about(String other) {
    return new ErrorWords(text, other, consequenceLine);
  }

  /** Some messages go on with a stack trace or a whole generated class. */
  private static String firstPart(String message) {
    int trace = message.indexOf("\nProblem stacktrace");
    String first = trace < 0 ? message : message.substring(0, trace);
    return first.length() > LONGEST ? first.substring(0, LONGEST) + " ..." : first;
  }

  private static String plain(String text) {
    return PACKAGE.matcher(text).replaceAll("$1");
  }
}
