package org.moderato.scenario.file;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderato.scenario.Expectation;
import org.moderato.scenario.ExpectedFinding;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.table.Mode;
import org.moderato.words.Suggestions;

/** Reads what a verdict ought to be. Policies and rows must be there in the strategy. */
final class ExpectPart {

  private static final String ALSO = "also findings of";
  private static final String NONE = "no finding of";

  static final KnownFields KNOWN =
      KnownFields.of(
          "outcome",
          "until",
          "channel",
          "policy",
          "row",
          "mode",
          "counted",
          "provisional",
          "reason",
          ALSO,
          NONE);

  private final PolicyNames names;
  private final Faults faults;

  ExpectPart(ScenarioWords words, Faults faults) {
    this.names = words.policies();
    this.faults = faults;
  }

  Expectation read(Tree.Fields part, Times times) {
    FieldReader reader = new FieldReader(part, KNOWN, faults);
    ExpectedFinding finding =
        new ExpectedFinding(
            policy(reader),
            row(reader),
            reader.parsed("mode", ExpectPart::mode),
            countsIds(reader) ? null : reader.number("counted"),
            countsIds(reader) ? reader.texts("counted") : List.of(),
            reader.parsed("provisional", ExpectPart::truth),
            reader.text("reason"));
    return new Expectation(
        reader.parsed("outcome", ExpectPart::outcome),
        reader.parsed("until", times::parse),
        reader.text("channel"),
        finding,
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

  private static Boolean truth(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("must be true or false, not " + text);
    }
    return Boolean.valueOf(text);
  }

  private @Nullable String policy(FieldReader reader) {
    String policy = reader.text("policy");
    if (policy != null && !names.isPolicy(policy)) {
      unknown(reader, "policy", policy, names.policies());
    }
    return policy;
  }

  private @Nullable String row(FieldReader reader) {
    String row = reader.text("row");
    String policy = reader.text("policy");
    if (row != null && !names.isRow(row)) {
      unknown(reader, "row", row, names.rows());
    } else if (row != null && policy != null && names.isPolicy(policy)) {
      checkTable(reader, row, policy);
    }
    return row;
  }

  /** A row of another table can never be what decides. */
  private void checkTable(FieldReader reader, String row, String policy) {
    if (!names.isRowOf(row, policy)) {
      String tables =
          names.tablesOf(row).map(table -> table.type().title()).collect(Collectors.joining(", "));
      String message = "The row \"" + row + "\" is no row of " + policy;
      faults.add("MOD-SCN-005", reader.line("row"), message, "It stands in " + tables);
    }
  }

  private void unknown(FieldReader reader, String field, String name, Collection<String> known) {
    String message = "\"" + name + "\" is no " + field + " that a verdict can name";
    faults.add("MOD-SCN-005", reader.line(field), message, Suggestions.hint(name, known));
  }

  private List<String> knownNames(FieldReader reader, String field) {
    List<String> all = reader.texts(field);
    for (String name : all) {
      if (!names.isPolicy(name) && !names.isRow(name)) {
        SortedSet<String> known = new TreeSet<>(names.policies());
        known.addAll(names.rows());
        String message = "\"" + name + "\" is no policy or row that a verdict can name";
        faults.add("MOD-SCN-005", reader.line(field), message, Suggestions.hint(name, known));
      }
    }
    return all;
  }
}
