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

  private static final String FIRE = CellAttacks.FIRE;

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

  @TestFactory
  Stream<DynamicTest> isRefusedAtItsCellOrNothingButText() {
    return CellAttacks.all().stream()
        .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> check(attack)));
  }

  private void check(CellAttacks.Attack attack) throws IOException {
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
    RuleSheet sheet = CellAttacks.quoted("x\" || category != \"y", "no").sheet();
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
        withoutEscapes(CellAttacks.quoted("x\" || " + FIRE + " || \"x\" == \"y", "no").sheet());

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
    Compiled compiled = RuleTexts.compile(CellAttacks.quoted("x\\", "no").sheet(), Layers.ALL);

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
