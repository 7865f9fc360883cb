package org.moderato.scenario.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moderato.scenario.Expectation;
import org.moderato.strategy.Names;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.judge.PolicyKinds;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.table.Mode;
import org.moderato.words.Suggestions;

/** Reads what a verdict ought to be. Policies and rows must be there in the strategy. */
final class ExpectPart {

  private static final String ALSO = "also findings of";
  private static final String NONE = "no finding of";

  private static final List<String> KNOWN =
      List.of(
          "outcome", "until", "channel", "policy", "row", "mode", "counted", "reason", ALSO, NONE);

  private final Faults faults;
  private final SortedSet<String> policies = new TreeSet<>();
  private final SortedSet<String> rows = new TreeSet<>();
  private final Set<String> keys = new HashSet<>();

  ExpectPart(Strategy strategy, Faults faults) {
    this.faults = faults;
    policies.addAll(PolicyKinds.ORDER);
    strategy
        .tables()
        .values()
        .forEach(
            table -> {
              policies.add(table.type().title());
              policies.add(table.type().kind());
              table.rows().forEach(row -> rows.add(row.getId()));
            });
    strategy
        .rulebase()
        .rules()
        .forEach(
            rule -> {
              policies.add(rule.name());
              if (rule.kind() != null) {
                policies.add(rule.kind());
              }
            });
    policies.add("no policy applied");
    policies.add("unknown value");
    policies.forEach(name -> keys.add(Names.key(name)));
    rows.forEach(id -> keys.add(Names.key(id)));
  }

  Expectation read(Tree.Fields part, Times times) {
    FieldReader reader = new FieldReader(part, KNOWN, faults);
    return new Expectation(
        reader.parsed("outcome", ExpectPart::outcome),
        reader.parsed("until", times::parse),
        reader.text("channel"),
        known(reader, "policy", policies),
        known(reader, "row", rows),
        reader.parsed("mode", ExpectPart::mode),
        countsIds(reader) ? null : reader.number("counted"),
        countsIds(reader) ? reader.texts("counted") : List.of(),
        reader.text("reason"),
        knownNames(reader, ALSO),
        knownNames(reader, NONE));
  }

  /** {@code counted: 3}, or {@code counted: [a, b, c]}. */
  private static boolean countsIds(FieldReader reader) {
    return reader.get("counted") instanceof Tree.Items;
  }

  private static Outcome outcome(String text) {
    try {
      return Outcome.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be SEND, DEFER or SUPPRESS, not " + text, e);
    }
  }

  private static Mode mode(String text) {
    try {
      return Mode.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "must be enforce, shadow, exempt or overridden, not " + text, e);
    }
  }

  private @Nullable String known(FieldReader reader, String field, SortedSet<String> names) {
    String name = reader.text(field);
    if (name != null && names.stream().noneMatch(n -> Names.key(n).equals(Names.key(name)))) {
      String message = "\"" + name + "\" is no " + field + " of the strategy";
      String hint = Suggestions.hint(name, names);
      faults.add("MOD-SCN-005", reader.line(field), message, hint);
    }
    return name;
  }

  private List<String> knownNames(FieldReader reader, String field) {
    List<String> all = new ArrayList<>();
    for (String name : reader.texts(field)) {
      if (!keys.contains(Names.key(name))) {
        SortedSet<String> names = new TreeSet<>(policies);
        names.addAll(rows);
        String message = "\"" + name + "\" is no policy or row of the strategy";
        faults.add("MOD-SCN-005", reader.line(field), message, Suggestions.hint(name, names));
      }
      all.add(name);
    }
    return all;
  }
}
