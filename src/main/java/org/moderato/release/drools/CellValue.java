package org.moderato.release.drools;

import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.template.model.SnippetBuilder;
import org.moderato.release.guard.HiddenCharacters;
import org.moderato.release.guard.SheetLayout.Place;
import org.moderato.release.guard.TextPatterns;

/**
 * A value of a data cell.
 *
 * @param place its cell
 * @param text the value, without quotes that belong to the cell's form
 * @param kind what it is
 */
record CellValue(Place place, String text, Kind kind) {

  private static final int MAX_LENGTH = 2_000;

  private static final Pattern DIVIDER = Pattern.compile("(?<!\\\\),");
  private static final String LITERAL =
      "-?\\d{1,18}(?:\\.\\d{1,18})?[LlDd]?|true|false|null"
          + "|\"[^\"\\\\\\p{Cntrl}]*\"|(?:[A-Z]\\w{0,60}\\.)?[A-Z][A-Z0-9_]{0,60}";
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?:(?:==|!=|<=|>=|<|>)\\s*)?(?:%1$s)(?:\\s*,\\s*(?:%1$s))*".formatted(LITERAL));

  /** Code that takes the value for a regular expression. */
  private static final Pattern MATCHES = Pattern.compile("\\bmatches\\s*(?:\"?\\$|$)");

  private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N} _.,\\-]*");

  /** What a value is. */
  enum Kind {
    VALUE,
    /** A date, which Drools reads as a text. */
    DATE,
    /** A value of a list. */
    PART,
    /** Words of an annotation. */
    WORDS
  }

  static CellValue of(Place place, boolean isAnnotation) {
    if (place.cell().value() instanceof LocalDateTime time) {
      return new CellValue(place, TableRenderer.date(time), Kind.DATE);
    }
    return new CellValue(place, place.text(), isAnnotation ? Kind.WORDS : Kind.VALUE);
  }

  /** Divided at commas that have no backslash before them. */
  Stream<CellValue> parts() {
    if (kind == Kind.DATE) {
      return Stream.of(this);
    }
    return DIVIDER
        .splitAsStream(text)
        .map(part -> new CellValue(place, part.strip().replace("\\,", ","), Kind.PART));
  }

  /**
   * The value as it stands in rule text.
   *
   * @param quote between which it stands, or {@link QuoteTracker#NONE}
   * @throws IllegalArgumentException with words for the person at the cell
   */
  String written(char quote) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("The value is longer than " + MAX_LENGTH + " characters");
    }
    if (text.chars().anyMatch(c -> c != '\n' && HiddenCharacters.has(c))) {
      throw new IllegalArgumentException("The value holds a character that nobody sees");
    }
    if (quote == QuoteTracker.NONE) {
      return bare();
    }
    return quote == '"' ? escaped() : singleQuoted();
  }

  private String bare() {
    if (kind == Kind.DATE) {
      return "\"" + text + "\"";
    }
    Pattern allowed = kind == Kind.WORDS ? WORDS : PLAIN;
    if (!allowed.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no plain value; write a number, true, false, or a text in quotes");
    }
    return text;
  }

  private String escaped() {
    String inside = withoutQuotes();
    if (inside.startsWith("\"")) {
      throw new IllegalArgumentException(
          "The value " + text + " begins with a quote; write it without");
    }
    if (inside.indexOf('\\') >= 0) {
      throw new IllegalArgumentException(
          "The value " + text + " holds a backslash; write / instead");
    }
    if (MATCHES.matcher(place.code()).find()) {
      TextPatterns.fault(inside)
          .ifPresent(
              fault -> {
                throw new IllegalArgumentException(fault);
              });
    }
    return inside.replace("\"", "\\\"").replace("\n", "\\n");
  }

  /** Drools lets people write "" for an empty text where the code adds quotes itself. */
  private String withoutQuotes() {
    boolean isAdded =
        SnippetBuilder.getType(place.code()) == SnippetBuilder.SnippetType.SINGLE
            && kind == Kind.VALUE;
    boolean isQuoted = text.length() > 1 && text.indexOf('"', 1) == text.length() - 1;
    return isAdded && isQuoted && text.startsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private String singleQuoted() {
    if (text.indexOf('\'') >= 0
        || text.indexOf('"') >= 0
        || text.indexOf('\\') >= 0
        || text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "The value " + text + " holds a quote or a backslash, which the code above cannot take");
    }
    return text;
  }
}
