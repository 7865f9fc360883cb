package org.moderato.release.guard;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which regular expressions rules may have: those whose time cannot explode. No repetition of what
 * repeats itself, no references back, few open ends.
 */
public final class TextPatterns {

  private static final int MAX_LENGTH = 200;
  private static final int MAX_OPEN = 2;
  private static final int MAX_TIMES = 100;

  private static final Pattern REPEATED_GROUP = Pattern.compile("\\)\\s*(?:[*+?]|\\{)");
  private static final Pattern SPECIAL_GROUP = Pattern.compile("\\(\\?");
  private static final Pattern REFERENCE = Pattern.compile("\\\\[1-9k]");
  private static final Pattern OPEN = Pattern.compile("[*+]|\\{\\d+,}");
  private static final Pattern TIMES = Pattern.compile("\\{[^}]*\\d{3,}[^}]*}");

  private TextPatterns() {}

  /**
   * Why an expression is refused; empty if it is not.
   *
   * @param written as it stands between quotes
   */
  public static Optional<String> fault(String written) {
    String expression = written.replace("\\\\", "\\");
    if (expression.length() > MAX_LENGTH) {
      return Optional.of("The pattern is longer than " + MAX_LENGTH + " characters");
    }
    if (REPEATED_GROUP.matcher(expression).find()
        || SPECIAL_GROUP.matcher(expression).find()
        || REFERENCE.matcher(expression).find()) {
      return Optional.of(
          "The pattern repeats a group or refers back, which can take for ever: " + written);
    }
    if (OPEN.matcher(expression).results().count() > MAX_OPEN || TIMES.matcher(expression).find()) {
      return Optional.of(
          "The pattern has more than "
              + MAX_OPEN
              + " of * and +, or more than "
              + MAX_TIMES
              + " times: "
              + written);
    }
    return syntax(expression);
  }

  private static Optional<String> syntax(String expression) {
    try {
      Pattern.compile(expression);
      return Optional.empty();
    } catch (PatternSyntaxException | StackOverflowError e) {
      return Optional.of("The pattern is not understood: " + expression);
    }
  }
}
