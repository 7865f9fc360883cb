package org.moderato.release.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One reading of a rule text, piece by piece. */
final class TextReading {

  private final KnownNames names;
  private final List<RuleToken> tokens;
  private final NavigableMap<Integer, RuleRegion> programs = new TreeMap<>();
  private final NavigableMap<Integer, RuleRegion> conditions = new TreeMap<>();
  private final Set<String> packages;
  private final Set<String> locals = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  TextReading(
      KnownNames names, List<RuleToken> tokens, List<RuleRegion> regions, Set<String> packages) {
    this.names = names;
    this.tokens = tokens;
    for (RuleRegion region : regions) {
      boolean isOfConditions = region.kind() == RuleRegion.Kind.CONDITIONS;
      (isOfConditions ? conditions : programs).put(region.start(), region);
    }
    this.packages = packages;
  }

  List<Finding> findings() {
    for (int i = 0; i < tokens.size(); i++) {
      if (at(i, "@")) {
        i = checkAnnotation(i);
      } else if (tokens.get(i).isWord()) {
        checkWord(i);
      } else if (at(i, "=")) {
        checkAssignment(i);
      } else if (at(i, "/") && (at(i - 1, ":") || at(i - 1, "from") || at(i - 1, "?"))) {
        refuse(Finding.FORM, i, "Paths such as /a/b are not allowed");
      }
    }
    return findings;
  }

  private boolean at(int index, String wanted) {
    return index >= 0 && index < tokens.size() && tokens.get(index).is(wanted);
  }

  private RuleRegion.Kind region(int index) {
    int start = tokens.get(index).start();
    return Stream.of(programs, conditions)
        .map(parts -> parts.floorEntry(start))
        .filter(entry -> entry != null && entry.getValue().contains(start))
        .map(entry -> entry.getValue().kind())
        .findFirst()
        .orElse(RuleRegion.Kind.AROUND);
  }

  private boolean isProgram(int index) {
    RuleRegion.Kind kind = region(index);
    return kind == RuleRegion.Kind.CONSEQUENCE || kind == RuleRegion.Kind.FUNCTION;
  }

  private void refuse(String code, int index, String message) {
    findings.add(new Finding(code, tokens.get(index).line(), message));
  }

  /** Returns the last piece of the annotation. */
  private int checkAnnotation(int index) {
    int last = index + 1;
    if (!at(index + 2, "(")) {
      return last;
    }
    for (last = index + 3; last < tokens.size() && !at(last, ")"); last++) {
      RuleToken token = tokens.get(last);
      boolean isPlain = token.kind() != RuleToken.Kind.SYMBOL || ",.-".contains(token.text());
      if (!isPlain) {
        refuse(
            Finding.FORM,
            last,
            "@" + tokens.get(index + 1).text() + " may hold words only, not " + token.text());
        return last;
      }
    }
    return last;
  }

  private void checkWord(int index) {
    String word = tokens.get(index).text();
    if (RuleKeywords.KEYWORDS.contains(word)) {
      refuse(Finding.FORM, index, "\"" + word + "\" is not allowed in rules");
    } else if (word.equals("return") && region(index) != RuleRegion.Kind.FUNCTION) {
      refuse(Finding.FORM, index, "\"return\" is for functions only");
    } else if (RuleKeywords.ENGINE.contains(word) || isEngine(index)) {
      refuse(Finding.USE, index, "Rules may not use " + word);
    } else if (word.equals("new")) {
      checkNew(index);
    } else if (word.equals("matches") && !at(index - 1, ".")) {
      checkPattern(index);
    } else if (tokens.get(index).isCapitalised()) {
      checkType(index);
    } else {
      checkMember(index);
    }
  }

  /** Of the engine a rule may only ask its own name. */
  private boolean isEngine(int index) {
    boolean isNameOfRule =
        at(index + 1, ".") && at(index + 2, "getRule") && at(index + 6, "getName");
    return at(index, "drools") && !at(index - 1, ".") && !isNameOfRule;
  }

  private void checkNew(int index) {
    RuleToken type = index + 1 < tokens.size() ? tokens.get(index + 1) : tokens.get(index);
    boolean isDeclared = names.isDeclared(type.text()) && at(index + 2, "(");
    if (!isDeclared) {
      refuse(Finding.USE, index, "Rules may not make a new " + type.text());
    }
  }

  private void checkPattern(int index) {
    int next = index + 1;
    if (next >= tokens.size() || tokens.get(next).kind() != RuleToken.Kind.TEXT) {
      refuse(Finding.FORM, index, "matches needs a text between double quotes");
      return;
    }
    TextPatterns.fault(tokens.get(next).text())
        .ifPresent(fault -> refuse(Finding.LIMIT, next, fault));
  }

  /** Whether a word names a type of the program that rules may not name. */
  private void checkType(int index) {
    String simple = tokens.get(index).text();
    if (at(index - 1, ".")) {
      checkQualified(index);
      return;
    }
    boolean isName = at(index + 1, ":") && !at(index + 1, "::");
    if (!isName && packages.stream().anyMatch(p -> names.refusesType(p, simple))) {
      refuse(Finding.USE, index, "Rules may not use " + simple);
    }
  }

  private void checkQualified(int index) {
    StringBuilder name = new StringBuilder(tokens.get(index).text());
    int first = index;
    while (at(first - 1, ".") && first >= 2 && tokens.get(first - 2).isWord()) {
      first -= 2;
      name.insert(0, tokens.get(first).text() + ".");
    }
    if (region(index) != RuleRegion.Kind.AROUND && names.refusesType(name.toString())) {
      refuse(Finding.USE, index, "Rules may not use " + name);
    }
  }

  /** Whether a word calls a method, or reads a property, that rules may not use. */
  private void checkMember(int index) {
    String word = tokens.get(index).text();
    boolean isConstruct = RuleKeywords.CONSTRUCTS.contains(word) && !at(index - 1, ".");
    if (isConstruct || names.isFunction(word)) {
      return;
    }
    if (at(index + 1, "(")) {
      if (names.refusesCall(word)) {
        refuse(Finding.USE, index, "Rules may not call " + word);
      }
    } else if (region(index) == RuleRegion.Kind.CONDITIONS && isRefusedProperty(index)) {
      refuse(Finding.USE, index, "Rules may not read " + word);
    }
  }

  private boolean isRefusedProperty(int index) {
    return index > 0
        && !at(index + 1, ":")
        && RuleKeywords.BEFORE_PROPERTY.contains(tokens.get(index - 1).text())
        && names.refusesProperty(tokens.get(index).text());
  }

  private void checkAssignment(int index) {
    if (region(index) == RuleRegion.Kind.AROUND) {
      return;
    }
    boolean isNamed = index > 0 && tokens.get(index - 1).isWord();
    if (!isProgram(index) || !isNamed) {
      refuse(Finding.FORM, index, "An assignment is not allowed here");
      return;
    }
    String name = tokens.get(index - 1).text();
    boolean isDeclaration =
        index > 1 && (tokens.get(index - 2).isWord() || at(index - 2, ">") || at(index - 2, "]"));
    if (isDeclaration) {
      locals.add(name);
    } else if (!locals.contains(name) || at(index - 2, ".")) {
      refuse(Finding.FORM, index, "Rules may not change " + name);
    }
  }
}
