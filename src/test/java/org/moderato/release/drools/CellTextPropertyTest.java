package org.moderato.release.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.junit.jupiter.api.Test;
import org.moderato.release.Problem;
import org.moderato.release.RuleSheet;
import org.moderato.release.RuleSheet.Cell;
import org.moderato.strategy.judge.Finding;

/**
 * Whatever stands in a data cell is compared and said as it is, or refused with its cell. Tables of
 * 200 rows: each row more is a class more to compile.
 */
class CellTextPropertyTest {

  private static final int CASES = Integer.getInteger("moderato.property.cases", 20_000);
  private static final int ROWS = 200;
  private static final int FIRST_ROW = 10;

  /** Compiling a table takes a second; parsing it does not. */
  private static final int COMPILED_TABLES = Math.max(CASES / 10 / ROWS, 1);

  private static final List<String> PIECES =
      List.of(
          "\"",
          "\\",
          "'",
          "$",
          "$1",
          "$param",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          ";",
          ",",
          "*/",
          "/*",
          "//",
          "\n",
          "\t",
          "\r",
          "u0022",
          "\\u0022",
          "\\n",
          " || true || ",
          "eval(true)",
          " then ",
          " end ",
          "rule",
          "#",
          "@",
          "%",
          "&&",
          "==",
          "null",
          "1",
          "0.5",
          "a",
          "Z",
          "ä",
          "日",
          "😀",
          "\u00a0",
          "\u200b",
          "\u202e",
          "\ue000",
          "\u0000",
          "\u0085",
          "\u2028",
          "<",
          ">",
          "`",
          "~");

  private final Random random = new Random(4);

  private String cell() {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(8);
    for (int i = 0; i < pieces; i++) {
      text.append(
          random.nextInt(4) == 0
              ? Character.toString(32 + random.nextInt(95))
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private List<String> cells() {
    List<String> cells = new ArrayList<>();
    while (cells.size() < ROWS) {
      String text = cell();
      if (!text.isBlank()) {
        cells.add(text);
      }
    }
    return cells;
  }

  private static RuleSheet sheet(List<String> values) {
    String head =
        """
        RuleSet¦moderato.cells
        Import¦org.moderato.strategy.fact.Message, org.moderato.strategy.rule.VerdictBuilder
        Variables¦VerdictBuilder verdict

        RuleTable Stop
        CONDITION¦ACTION
        $m : Message¦
        category == "$param"¦verdict.suppress("$param");
        Category¦Reason
        """;
    List<Cell> cells = new ArrayList<>(RuleTexts.sheet(head.stripTrailing()).cells());
    for (int i = 0; i < values.size(); i++) {
      // Rows count from 0, and the table has four rows of its own.
      int row = FIRST_ROW - 1 + i;
      cells.add(new Cell(row, 0, values.get(i), RuleSheet.NOT_MERGED));
      cells.add(new Cell(row, 1, values.get(i), RuleSheet.NOT_MERGED));
    }
    return new RuleSheet("decision-tables/cells.xlsx", "Cells", cells);
  }

  /** What people can't see, or what an escape could be made of, and nothing else. */
  private static boolean mayBeRefused(String text) {
    return text.startsWith("\"")
        || text.contains("\\")
        || text.chars()
            .anyMatch(
                c ->
                    Character.isISOControl(c) && c != '\n'
                        || c == '\u200b'
                        || c == '\u202e'
                        || c == '\u2028'
                        || c == '\ue000');
  }

  /** The values of the table's cells that are accepted; the others are named by their cells. */
  private static List<String> accepted(List<String> values) {
    List<Problem> problems = new ArrayList<>();
    new TableRenderer(problems).render(sheet(values));
    Set<String> refused = new HashSet<>();
    problems.forEach(problem -> refused.add(String.valueOf(problem.cell())));
    List<String> accepted = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      boolean isRefused = refused.contains("A" + (FIRST_ROW + i));
      String text = values.get(i).strip();
      assertThat(isRefused).as("the cell holds %s", text).isEqualTo(mayBeRefused(text));
      assertThat(refused.contains("B" + (FIRST_ROW + i))).isEqualTo(isRefused);
      if (!isRefused) {
        accepted.add(text);
      }
    }
    return accepted;
  }

  @Test
  void aCellIsOneTextOfItsRuleOrIsRefused() {
    for (int done = 0; done < CASES; done += ROWS) {
      List<String> accepted = accepted(cells());
      RenderedTable table =
          new TableRenderer(new ArrayList<>()).render(sheet(accepted)).orElseThrow();
      List<RuleDescr> rules = ParsedText.parse(table).rules();

      assertThat(rules).hasSameSizeAs(accepted);
      for (int i = 0; i < rules.size(); i++) {
        String written = "\"" + escaped(accepted.get(i)) + "\"";
        assertThat(rules.get(i).getConsequence().toString().strip())
            .isEqualTo("verdict.suppress(" + written + ");");
        assertThat(condition(rules.get(i))).isEqualTo("category == " + written);
      }
    }
  }

  private static String escaped(String text) {
    return text.replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String condition(RuleDescr rule) {
    PatternDescr message = (PatternDescr) rule.getLhs().getDescrs().get(0);
    assertThat(rule.getLhs().getDescrs()).hasSize(1);
    assertThat(message.getConstraint().getDescrs()).hasSize(1);
    return message.getConstraint().getDescrs().get(0).toString();
  }

  @Test
  void aRuleHoldsForWhatItsCellHoldsAndSaysIt() {
    for (int table = 0; table < COMPILED_TABLES; table++) {
      List<String> accepted = accepted(cells());
      Compiled compiled = RuleTexts.compile(sheet(accepted), Layers.ALL);
      assertThat(compiled.problems()).isEmpty();
      try (CompiledRules rules = compiled.rules().orElseThrow()) {
        for (String text : accepted) {
          assertThat(Firing.findings(rules, text))
              .extracting(Finding::reason)
              .isNotEmpty()
              .containsOnly(text);
        }
      }
    }
  }
}
