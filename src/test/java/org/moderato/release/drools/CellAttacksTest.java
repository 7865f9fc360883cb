package org.moderato.release.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.release.Problem;
import org.moderato.release.RuleSheet;
import org.moderato.release.RuleSheet.Cell;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import org.moderato.release.workbook.TestWorkbooks;
import org.moderato.strategy.judge.Finding;

/** Cells of rule tables that try to be code are refused at their place, or are nothing but text. */
class CellAttacksTest {

  private static final String FIRE = "org.moderato.release.drools.Canary.fire()";

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

  @TempDir private static Path folder;

  private Canary canary;

  @BeforeEach
  void listen() throws IOException {
    canary = new Canary(folder);
  }

  @AfterEach
  void close() throws IOException {
    canary.close();
  }

  /**
   * A table with one rule.
   *
   * @param extra a row above it
   * @param type of a first column
   * @param codes of the columns
   * @param cells of the rule
   */
  private record Table(
      String extra, String title, String type, List<String> codes, List<String> cells) {

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
  private record Attack(String name, Table table, String expected) {}

  private static final String FIELD = "category";
  private static final String QUOTED = "category == \"$param\"";
  private static final String SUPPRESS = "verdict.suppress(\"$param\");";
  private static final String CELL = " MOD-GRD-005";
  private static final String LITERAL = "";

  private static List<Attack> attacks() {
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

  @TestFactory
  Stream<DynamicTest> isRefusedAtItsCellOrNothingButText() {
    return attacks().stream()
        .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> check(attack)));
  }

  private void check(Attack attack) throws IOException {
    Compiled compiled = RuleTexts.compile(attack.table().sheet(), Layers.ALL);
    if (attack.expected().isEmpty()) {
      assertThat(compiled.problems()).isEmpty();
      checkTexts(compiled.rules().orElseThrow(), attack.table().cells());
    } else {
      assertThat(compiled.problems())
          .extracting(problem -> problem.cell() + " " + problem.code())
          .contains(attack.expected());
    }
    assertThat(canary.hasFired()).as("the attack has run").isFalse();
  }

  /** The rule holds for just the text in its cell, and says just the text in its cell. */
  private static void checkTexts(CompiledRules rules, List<String> cells) {
    try (rules) {
      assertThat(Firing.findings(rules, cells.get(1)))
          .extracting(Finding::reason)
          .containsExactly(cells.get(2));
      assertThat(Firing.findings(rules, "another")).isEmpty();
    }
  }

  @Test
  void withoutTheLayerOfCellsACellChangesWhatTheRuleSays() {
    RuleSheet sheet = Table.of(QUOTED, SUPPRESS, "x\" || category != \"y", "no").sheet();
    RuleSheet quiet = withoutEscapes(sheet);

    Compiled guarded = RuleTexts.compile(quiet, Layers.ALL);
    Compiled open = RuleTexts.compile(quiet, Layers.without(Layer.CELLS));

    try (CompiledRules rules = guarded.rules().orElseThrow()) {
      assertThat(Firing.findings(rules, "promotion")).isEmpty();
    }
    try (CompiledRules rules = open.rules().orElseThrow()) {
      assertThat(Firing.findings(rules, "promotion")).hasSize(1);
    }
  }

  @Test
  void withoutAnyLayerACellRuns() throws IOException {
    RuleSheet sheet =
        withoutEscapes(
            Table.of(QUOTED, SUPPRESS, "x\" || " + FIRE + " || \"x\" == \"y", "no").sheet());

    Compiled open =
        RuleTexts.compile(sheet, Layers.without(Layer.CELLS, Layer.FORMS, Layer.BYTE_CODE));
    Firing.once(open.rules().orElseThrow());

    assertThat(canary.hasFired()).isTrue();
  }

  /** Sets the property with which Drools leaves quotes alone. */
  private static RuleSheet withoutEscapes(RuleSheet sheet) {
    List<Cell> cells = new ArrayList<>(sheet.cells());
    cells.add(6, new Cell(3, 0, "EscapeQuotes", RuleSheet.NOT_MERGED));
    cells.add(7, new Cell(3, 1, "false", RuleSheet.NOT_MERGED));
    return new RuleSheet(sheet.file(), sheet.sheet(), cells);
  }

  @Test
  void namesTheSheet() {
    Compiled compiled =
        RuleTexts.compile(Table.of(QUOTED, SUPPRESS, "x\\", "no").sheet(), Layers.ALL);

    assertThat(compiled.problems())
        .extracting(Problem::place)
        .containsExactly("decision-tables/cells.xlsx:Cells!B10");
  }

  /** Cells of policy tables never become rule text: what they hold is a value or an error. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          B2 ¦ email", org.moderato.release.drools.Canary.fire(), "
          B2 ¦ email\\u0022 + x
          C2 ¦ 7 days"); org.moderato.release.drools.Canary.fire(); ("
          D2 ¦ org.moderato.release.drools.Canary.fire()
          A2 ¦ x"); org.moderato.release.drools.Canary.fire(); ("
          """)
  void aCellOfAPolicyTableIsAValueOrAnError(String cell, String text) throws IOException {
    List<String> cells = new ArrayList<>(List.of("why", "email", "7 days", "3"));
    cells.set(cell.charAt(0) - 'A', text);
    StrategyFiles shipped = StrategyFiles.readFrom(Path.of("."));
    SortedMap<String, byte[]> files = new TreeMap<>(shipped.files());
    String table = "Why | Channel | Window | At most\n" + String.join(" | ", cells);
    byte[] caps = new TestWorkbooks().sheet("Frequency cap", table).bytes();
    files.put("decision-tables/attack.xlsx", caps);

    StrategyLoader.Result result = StrategyLoader.standalone().load(new StrategyFiles(files));

    if (result.loaded().isEmpty()) {
      assertThat(result.problems())
          .extracting(Problem::place)
          .contains("decision-tables/attack.xlsx:Frequency cap!" + cell);
    } else {
      StrategyLoader.Loaded loaded = result.loaded().get();
      assertThat(loaded.strategy().tables().get("frequencycap").rows())
          .anyMatch(row -> text.equals(row.getHead().why()));
      loaded.disposal().run();
    }
    assertThat(canary.hasFired()).isFalse();
  }
}
