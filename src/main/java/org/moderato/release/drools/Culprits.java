package org.moderato.release.drools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.RuleDescr;
import org.moderato.release.Problem;
import org.moderato.release.drools.RuleText.Fault;
import org.moderato.release.guard.ByteCodeCheck.Violation;
import org.moderato.release.guard.Finding;
import org.moderato.release.guard.RuleUses;

/** Finds the lines and cells that became byte code which is refused. */
final class Culprits {

  private final List<ParsedText> texts;
  private final Map<ParsedText, List<Fault>> faults = new LinkedHashMap<>();
  private final List<Problem> unplaced = new ArrayList<>();

  Culprits(List<ParsedText> texts) {
    this.texts = texts;
  }

  List<Problem> problems(List<Violation> violations) {
    violations.forEach(this::place);
    List<Problem> problems = new ArrayList<>();
    faults.forEach((text, found) -> problems.addAll(text.text().problems(found)));
    problems.addAll(unplaced);
    return List.copyOf(new LinkedHashSet<>(problems));
  }

  private void place(Violation violation) {
    int before = size();
    for (RuleUses.Name name : violation.rules()) {
      for (ParsedText text : texts) {
        text.rules().stream()
            .filter(rule -> isOf(text, rule, name))
            .forEach(rule -> add(text, line(text, rule, violation.found()), violation));
      }
    }
    if (size() == before) {
      placeByName(violation);
    }
  }

  private int size() {
    return faults.values().stream().mapToInt(List::size).sum();
  }

  private static boolean isOf(ParsedText text, RuleDescr rule, RuleUses.Name name) {
    return rule.getName().equals(name.rule())
        && (name.packageName().isEmpty() || text.content().getName().equals(name.packageName()));
  }

  /** Functions and declarations: wherever the name stands. */
  private void placeByName(Violation violation) {
    for (ParsedText text : texts) {
      int line = find(text, 1, simpleName(violation.found()));
      if (line > 0) {
        add(text, line, violation);
        return;
      }
    }
    unplaced.add(RuleFile.error(Finding.USE, "rules", 0, violation.message(), null));
  }

  private void add(ParsedText text, int line, Violation violation) {
    faults
        .computeIfAbsent(text, key -> new ArrayList<>())
        .add(new Fault(line, violation.message(), Finding.USE));
  }

  private static int line(ParsedText text, RuleDescr rule, String found) {
    int line = find(text, rule.getLine(), simpleName(found));
    return line > 0 ? line : rule.getLine();
  }

  private static String simpleName(String found) {
    return found.substring(found.lastIndexOf('.') + 1);
  }

  /** The first line from the given one on that has a name, or the property that it reads. */
  private static int find(ParsedText text, int from, String name) {
    String property = name.replaceFirst("^(?:get|is)(?=[A-Z])", "");
    String decapitalised =
        property.isEmpty()
            ? name
            : Character.toLowerCase(property.charAt(0)) + property.substring(1);
    String[] lines = text.text().drl().split("\n", -1);
    return Stream.of(name, decapitalised)
        .map(wanted -> Pattern.compile("(?<![\\w$])" + Pattern.quote(wanted) + "(?![\\w$])"))
        .mapToInt(wanted -> find(lines, from, wanted))
        .filter(line -> line > 0)
        .findFirst()
        .orElse(0);
  }

  private static int find(String[] lines, int from, Pattern wanted) {
    for (int i = Math.max(from, 1) - 1; i < lines.length; i++) {
      Matcher matcher = wanted.matcher(lines[i]);
      if (matcher.find()) {
        return i + 1;
      }
    }
    return 0;
  }
}
