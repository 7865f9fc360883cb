package org.moderato.release.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts rule text into its pieces as both the rule language and Java do; what the two would read
 * differently, such as unicode escapes, is refused.
 */
final class RuleLexer {

  /**
   * More than people nest; each level more has the parser of conditions take three times as long.
   */
  static final int MAX_DEPTH = 9;

  /** Of names and calls joined by dots. */
  static final int MAX_LINKS = 30;

  private static final String ESCAPED = "\"\\ntr'";
  private static final String SYMBOLS = "(){}[],;:.=!<>+-*/%&|?@";
  private static final Set<String> PAIRS =
      Set.of(
          "==", "!=", "<=", ">=", "&&", "||", "->", "::", ":=", "++", "--", "+=", "-=", "*=", "/=",
          "%=");
  private static final Set<String> REFUSED =
      Set.of("->", "::", ":=", "++", "--", "+=", "-=", "*=", "/=", "%=", "&", "|");

  private final String text;
  private final List<RuleToken> tokens = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private int at;
  private int line = 1;
  private int depth;
  private int links;

  RuleLexer(String text) {
    this.text = text;
  }

  /** Reads it all; to be called once, first. */
  RuleLexer read() {
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next == '\n') {
        line++;
        at++;
      } else if (next == ' ' || next == '\t') {
        at++;
      } else {
        readPiece(next);
      }
    }
    return this;
  }

  List<RuleToken> tokens() {
    return tokens;
  }

  List<Finding> findings() {
    return findings;
  }

  private void readPiece(char next) {
    if (text.startsWith("//", at)) {
      skipTo(text.indexOf('\n', at), 0);
    } else if (text.startsWith("/*", at)) {
      skipTo(text.indexOf("*/", at + 2), 2);
    } else if (next == '"' || next == '\'') {
      readText(next);
    } else if (Character.isJavaIdentifierStart(next) || Character.isDigit(next)) {
      readWord();
    } else {
      readSymbol(next);
    }
  }

  private void skipTo(int end, int more) {
    int stop = end < 0 ? text.length() : end + more;
    for (; at < stop; at++) {
      checkCharacter(text.charAt(at));
    }
  }

  /** Also counts lines. */
  private void checkCharacter(char character) {
    if (character == '\n') {
      line++;
    } else if (character == '\\' && text.startsWith("u", at + 1)) {
      refuse(Finding.FORM, "\\u, a unicode escape, is not allowed; write the character itself");
    } else if (character != '\t' && HiddenCharacters.has(character)) {
      refuse(
          Finding.FORM, "There is a character that nobody sees, U+%04X".formatted((int) character));
    }
  }

  private void readText(char quote) {
    int start = at;
    at++;
    while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
      checkCharacter(text.charAt(at));
      if (text.charAt(at) == '\\') {
        readEscape();
      }
      at++;
    }
    boolean isClosed = at < text.length() && text.charAt(at) == quote;
    String inside = text.substring(start + 1, Math.min(at, text.length()));
    at += isClosed ? 1 : 0;
    boolean isBlock = inside.isEmpty() && at < text.length() && text.charAt(at) == quote;
    if (!isClosed || isBlock) {
      refuse(Finding.FORM, "A text does not end in its line: " + shown(inside));
    }
    if (quote == '\'' && (inside.contains("\"") || inside.contains("\\"))) {
      refuse(Finding.FORM, "A text in single quotes holds \" or \\: " + shown(inside));
    }
    add(quote == '"' ? RuleToken.Kind.TEXT : RuleToken.Kind.QUOTED, inside, start);
  }

  private void readEscape() {
    at++;
    if (at >= text.length() || ESCAPED.indexOf(text.charAt(at)) < 0) {
      refuse(Finding.FORM, "Only \\\", \\\\, \\n, \\t and \\r may follow a backslash in a text");
      at--;
    } else if (text.charAt(at) == '\\' && text.startsWith("u", at + 1)) {
      refuse(Finding.FORM, "\\\\u is not allowed: it could become a unicode escape");
    }
  }

  private void readWord() {
    int start = at;
    boolean isNumber = Character.isDigit(text.charAt(at));
    while (at < text.length() && isPart(text.charAt(at), isNumber)) {
      checkCharacter(text.charAt(at));
      at++;
    }
    String word = text.substring(start, at);
    add(isNumber ? RuleToken.Kind.NUMBER : RuleToken.Kind.WORD, word, start);
  }

  private boolean isPart(char character, boolean isNumber) {
    boolean isPoint =
        isNumber
            && character == '.'
            && at + 1 < text.length()
            && Character.isDigit(text.charAt(at + 1));
    return Character.isJavaIdentifierPart(character) || isPoint;
  }

  private void readSymbol(char next) {
    int start = at;
    String pair = text.substring(at, Math.min(at + 2, text.length()));
    String symbol = PAIRS.contains(pair) ? pair : String.valueOf(next);
    if (symbol.length() == 1 && SYMBOLS.indexOf(next) < 0) {
      checkCharacter(next);
      refuse(Finding.FORM, "The character " + symbol + " is not allowed here");
    } else if (REFUSED.contains(symbol)) {
      refuse(Finding.FORM, "The form " + symbol + " is not allowed in rules");
    }
    countDepth(next);
    at += symbol.length();
    add(RuleToken.Kind.SYMBOL, symbol, start);
  }

  private void countDepth(char next) {
    if ("([{".indexOf(next) >= 0) {
      depth++;
      if (depth == MAX_DEPTH + 1) {
        refuse(Finding.LIMIT, "Parentheses are nested more than " + MAX_DEPTH + " deep");
      }
    } else if (")]}".indexOf(next) >= 0) {
      depth--;
    }
  }

  private void add(RuleToken.Kind kind, String piece, int start) {
    countLinks(kind, piece);
    tokens.add(new RuleToken(kind, piece, start, line));
  }

  /** Long chains of calls take the compiler time that grows with their square. */
  private void countLinks(RuleToken.Kind kind, String piece) {
    boolean isLink = kind == RuleToken.Kind.SYMBOL && piece.equals(".");
    boolean isAfterWord = !tokens.isEmpty() && tokens.get(tokens.size() - 1).isWord();
    boolean goesOn = kind == RuleToken.Kind.SYMBOL ? "()".contains(piece) : !isAfterWord;
    links = isLink ? links + 1 : links;
    links = isLink || goesOn ? links : 0;
    if (isLink && links == MAX_LINKS + 1) {
      refuse(Finding.LIMIT, "More than " + MAX_LINKS + " calls or names are joined by dots");
    }
  }

  private void refuse(String code, String message) {
    findings.add(new Finding(code, line, message));
  }

  private static String shown(String inside) {
    return inside.length() > 40 ? inside.substring(0, 40) + "..." : inside;
  }
}
