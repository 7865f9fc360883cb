package org.moderato.release.drools;

import java.util.ArrayList;
import java.util.List;
import org.moderato.release.RuleSheet;

/** Cells of rule tables that try to be code, and where they are refused. */
final class CellAttacks {

  static final String FIRE = "org.moderato.release.drools.Canary.fire()";

  private static final String TABLE =
      """
      RuleSet¦moderato.cells
      Import¦org.moderato.strategy.fact.Message, org.moderato.strategy.rule.VerdictBuilder
      Variables¦VerdictBuilder verdict
      %s
      RuleTable %s
      %s¦CONDITION¦ACTION
      ¦$m : Message¦
      %s¦%s¦%s
      A¦B¦C
      %s¦%s¦%s
      """;

  private CellAttacks() {}

  /**
   * A table with one rule.
   *
   * @param extra a row above it
   * @param type of a first column
   * @param codes of the columns
   * @param cells of the rule
   */
  record Table(String extra, String title, String type, List<String> codes, List<String> cells) {

    static Table of(String condition, String action, String left, String right) {
      List<String> codes = List.of("", condition, action);
      return new Table("", "Stop", "DESCRIPTION", codes, List.of("-", left, right));
    }

    static Table attribute(String type, String cell) {
      List<String> codes = List.of("", "category", "verdict.suppress(\"$param\");");
      return new Table("", "Stop", type, codes, List.of(cell, "promotion", "no"));
    }

    static Table metadata(String code, String cell) {
      List<String> codes = List.of(code, "category", "verdict.suppress(\"$param\");");
      return new Table("", "Stop", "METADATA", codes, List.of(cell, "promotion", "no"));
    }

    static Table titled(String title) {
      Table plain = attribute("NAME", "name");
      return new Table("", title, "NAME", plain.codes(), plain.cells());
    }

    static Table with(String property) {
      Table plain = attribute("NAME", "name");
      return new Table(property, "Stop", "NAME", plain.codes(), plain.cells());
    }

    RuleSheet sheet() {
      String text =
          TABLE.formatted(
              extra,
              title,
              type,
              codes.get(0),
              codes.get(1),
              codes.get(2),
              cells.get(0).replace("\n", "↵"),
              cells.get(1).replace("\n", "↵"),
              cells.get(2).replace("\n", "↵"));
      return RuleTexts.sheet(text);
    }
  }

  /**
   * @param expected cell and code, or empty: it is taken for the text that it is
   */
  record Attack(String name, Table table, String expected) {}

  private static final String FIELD = "category";
  private static final String QUOTED = "category == \"$param\"";
  private static final String SUPPRESS = "verdict.suppress(\"$param\");";
  private static final String CELL = " MOD-GRD-005";
  private static final String LITERAL = "";

  /** A table whose condition stands between quotes, with a cell in it and a reason. */
  static Table quoted(String cell, String reason) {
    return Table.of(QUOTED, SUPPRESS, cell, reason);
  }

  static List<Attack> all() {
    List<Attack> attacks = new ArrayList<>();
    condition(attacks, "ends the text", "x\" || " + FIRE + " || \"", LITERAL);
    condition(attacks, "begins with a quote", "\" || " + FIRE + " || \"x", "B10" + CELL);
    condition(attacks, "a backslash before the quote", "x\\\" || " + FIRE + " || \"", "B10" + CELL);
    condition(attacks, "swallows the closing quote", "x\\", "B10" + CELL);
    condition(attacks, "a unicode escape", "x\\u0022 || " + FIRE, "B10" + CELL);
    condition(attacks, "the end of a comment", "*/ " + FIRE + " /*", LITERAL);
    condition(attacks, "a rest of line", "x // " + FIRE, LITERAL);
    condition(attacks, "a parameter", "$param $1 $", LITERAL);
    condition(attacks, "braces", "} then " + FIRE + "; end {", LITERAL);
    condition(attacks, "an eval", "eval( " + FIRE + " )", LITERAL);
    condition(attacks, "a hidden character", "x\u202ey", "B10" + CELL);
    condition(attacks, "a mark of ours", "x\ue0000\ue001", "B10" + CELL);
    action(attacks, "ends the text", "x\"); " + FIRE + "; //", LITERAL);
    action(attacks, "begins with a quote", "\"); " + FIRE + "; //", "C10" + CELL);
    action(attacks, "a backslash", "x\\\"); " + FIRE + "; //", "C10" + CELL);
    action(attacks, "a new line", "x\n\"); " + FIRE + "; //", LITERAL);
    action(attacks, "a unicode escape", "x\\u0022); " + FIRE + "; //", "C10" + CELL);
    action(attacks, "the end of the rule", "x end rule \"y\" when then " + FIRE, LITERAL);
    bare(attacks, "code as a number", "category == $param", "" + FIRE, "B10" + CELL);
    bare(attacks, "code behind a number", "step > $param", "1 || " + FIRE, "B10" + CELL);
    bare(attacks, "another pattern", "step > $param", "1 ) Message( " + FIRE, "B10" + CELL);
    bare(attacks, "an eval", "eval($param)", FIRE, "B10" + CELL);
    bare(attacks, "code in a list", "category in ($param)", "\"a\", " + FIRE, "B10" + CELL);
    bare(attacks, "code in numbered values", "step >= $1, step < $2", "1, " + FIRE, "B10" + CELL);
    bare(attacks, "code in all values", "forall(||){category == $}", "1," + FIRE, "B10" + CELL);
    bare(attacks, "a pattern that explodes", "category matches \"$param\"", "(a+)+b", "B10" + CELL);
    bare(attacks, "quotes in single quotes", "category == '$param'", "x' || " + FIRE, "B10" + CELL);
    attacks.add(
        new Attack(
            "action: code as a value",
            Table.of(FIELD, "verdict.suppress($param);", "promotion", FIRE + " + \"\""),
            "C10" + CELL));
    attacks.add(
        new Attack(
            "action: a whole statement",
            Table.of(FIELD, "$param", "promotion", FIRE + ";"),
            "C10" + CELL));
    attacks.add(
        new Attack(
            "a name with quotes",
            Table.attribute("NAME", "a\" + " + FIRE + " + \""),
            "A10 MOD-GRD-003"));
    attacks.add(
        new Attack(
            "a name with a comment", Table.attribute("NAME", "a*/" + FIRE), "A10 MOD-GRD-003"));
    attacks.add(
        new Attack(
            "an agenda group",
            Table.attribute("AGENDA-GROUP", "a\" salience (" + FIRE + ") //"),
            "A10 MOD-GRD-003"));
    attacks.add(
        new Attack(
            "an activation group",
            Table.attribute("ACTIVATION-GROUP", "a\"\nenabled (" + FIRE + ")"),
            "A10 MOD-GRD-003"));
    attacks.add(
        new Attack(
            "a priority that is code",
            Table.attribute("PRIORITY", "(" + FIRE + " ? 1 : 2)"),
            "A10" + CELL));
    attacks.add(new Attack("a timer", Table.attribute("TIMER", "expr: " + FIRE), "A10" + CELL));
    attacks.add(
        new Attack("calendars", Table.attribute("CALENDARS", "a\" + " + FIRE), "A10" + CELL));
    attacks.add(
        new Attack(
            "a date that is code",
            Table.attribute("DATE-EFFECTIVE", "1-Jan-2020\" salience (" + FIRE + ") //"),
            "A10" + CELL));
    attacks.add(new Attack("no-loop that is code", Table.attribute("NO-LOOP", FIRE), "A10" + CELL));
    attacks.add(
        new Attack(
            "a description with a new rule",
            Table.attribute("DESCRIPTION", "x\nrule \"y\" when eval( " + FIRE + " ) then end"),
            LITERAL));
    attacks.add(
        new Attack(
            "an annotation that is code",
            Table.metadata("KIND($param)", "x\" + " + FIRE + " + \""),
            "A10" + CELL));
    attacks.add(
        new Attack(
            "a title with quotes",
            Table.titled("x\" when eval(" + FIRE + ") then end rule \"y"),
            "A5 MOD-GRD-003"));
    attacks.add(
        new Attack(
            "a function",
            Table.with("Functions¦function boolean evil() { return " + FIRE + "; }"),
            "B4 MOD-GRD-002"));
    attacks.add(
        new Attack("an import", Table.with("Import¦java.lang.reflect.Method"), "B4 MOD-GRD-002"));
    attacks.add(
        new Attack(
            "an imported function",
            Table.with("Import¦function org.moderato.release.drools.Canary.fire"),
            "B4 MOD-GRD-001"));
    attacks.add(
        new Attack(
            "a declared default",
            Table.with("Declare¦declare Evil fired : Boolean = " + FIRE + " end"),
            "B4 MOD-GRD-001"));
    attacks.add(
        new Attack(
            "an enum",
            Table.with("Declare¦declare enum Evil A(" + FIRE + "); fired : Boolean end"),
            "B4 MOD-GRD-001"));
    attacks.add(
        new Attack(
            "a query",
            Table.with("Queries¦query evil() Message( " + FIRE + " ) end"),
            "B4 MOD-GRD-002"));
    attacks.add(new Attack("a dialect", Table.with("Dialect¦mvel"), "B4 MOD-GRD-001"));
    attacks.add(
        new Attack(
            "a property of all rules",
            Table.with("Activation-group¦a\" salience (" + FIRE + ") //"),
            "B4 MOD-GRD-003"));
    attacks.add(
        new Attack(
            "code above the data",
            Table.of(FIELD, FIRE + "; verdict.suppress(\"$param\");", "promotion", "no"),
            "C8 MOD-GRD-002"));
    attacks.add(
        new Attack(
            "code in a condition's code",
            Table.of("eval( " + FIRE + " ) || category == \"$param\"", SUPPRESS, "promotion", "no"),
            "B8 MOD-GRD-002"));
    return attacks;
  }

  private static void condition(List<Attack> attacks, String name, String cell, String expected) {
    attacks.add(new Attack("field: " + name, Table.of(FIELD, SUPPRESS, cell, "no"), expected));
    attacks.add(new Attack("quoted: " + name, Table.of(QUOTED, SUPPRESS, cell, "no"), expected));
  }

  private static void action(List<Attack> attacks, String name, String cell, String expected) {
    attacks.add(
        new Attack("action: " + name, Table.of(FIELD, SUPPRESS, "promotion", cell), expected));
  }

  private static void bare(
      List<Attack> attacks, String name, String code, String cell, String expected) {
    attacks.add(new Attack("bare: " + name, Table.of(code, SUPPRESS, cell, "no"), expected));
  }
}
