package org.moderato.release.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.release.Problem;
import org.moderato.release.StrategyFiles;
import org.moderato.release.drools.RuleFiles;
import org.moderato.strategy.table.TableType;

/** What people do to a workbook, as they would name it. */
class HelpfulWordsTest {

  private static final List<TableType> TYPES =
      RuleFiles.read(StrategyFiles.readFrom(Path.of(".")).rules()).types();

  private static final String VOCABULARIES =
      "Channel | Category | Stage\nemail | bill | trial\npost | promotion | customer";

  private static final String RULE_TABLE =
      """
      RuleSet   | moderato.tables.channel_preference
      Import    | org.moderato.strategy.fact.Message, org.moderato.strategy.rule.VerdictBuilder
      Variables | VerdictBuilder verdict

      RuleTable Preferred channel
      CONDITION        | CONDITION        | ACTION
      $m : Message     | $c : Customer    |
      category         | stage ==         | verdict.prefer("$param");
      Category         | Stage            | Channels
      """;

  private static List<Problem> problems(TestWorkbooks workbook) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("decision-tables/test.xlsx", workbook.bytes());
    return new WorkbookReader().read(files, TYPES).problems();
  }

  private static void assertSays(List<Problem> problems, String... words) {
    assertThat(problems)
        .extracting(p -> p.cell() + " " + p.code() + ": " + p.message() + " / " + p.hint())
        .containsExactly(words);
  }

  @Test
  void namesATimeOfDayAsItIsShown() {
    TestWorkbooks workbook =
        new TestWorkbooks()
            .sheet("Quiet hours", "Id | Quiet\nnight | x")
            .with(
                book -> {
                  Cell cell = book.getSheetAt(0).getRow(1).getCell(1);
                  CellStyle time = book.createCellStyle();
                  time.setDataFormat(book.createDataFormat().getFormat("hh:mm"));
                  cell.setCellValue(21 / 24.0);
                  cell.setCellStyle(time);
                });

    assertSays(
        problems(workbook),
        "B2 MOD-TAB-006: 21:00 alone is not enough; write times such as 21:00-09:00 / null");
  }

  @Test
  void findsTheHeaderBelowATitle() {
    TestWorkbooks workbook =
        new TestWorkbooks()
            .sheet("Frequency cap", "Our caps of 2027\n\nId | Window | At most\na | 7 days | 1");

    assertSays(
        problems(workbook),
        "A1 MOD-TAB-004: The names of the columns stand in row 3, not in row 1"
            + " / Delete the rows above them; a sheet's title is its name");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          Frequency cap (2), Did you mean Frequency cap?
          Tabelle1,          'Known: '
          """)
  void saysHowToKeepASheetAside(String name, String hint) {
    List<Problem> problems = problems(new TestWorkbooks().sheet(name, "ideas"));

    assertThat(problems).extracting(Problem::code).containsExactly("MOD-TAB-001");
    assertThat(problems.get(0).hint())
        .startsWith(hint)
        .endsWith("or is it no table? Notes, and copies that are kept aside, begin with _");
  }

  @Test
  void saysWhereANewWordGoes() {
    TestWorkbooks workbook =
        new TestWorkbooks()
            .sheet("Vocabularies", VOCABULARIES)
            .sheet("Frequency cap", "Category | Window | At most\nwebinar | 7 days | 5e10")
            .with(book -> book.getSheetAt(1).getRow(1).getCell(2).setCellValue(5e10));

    assertSays(
        problems(workbook),
        "A2 MOD-TAB-007: \"webinar\" is not in the vocabulary Category"
            + " / Known: bill, promotion; a new word goes into the sheet Vocabularies",
        "C2 MOD-TAB-006: 50000000000 is more than 2147483647 / null");
  }

  @Test
  void checksTheWordsOfARuleTable() {
    TestWorkbooks workbook =
        new TestWorkbooks()
            .sheet("Vocabularies", VOCABULARIES)
            .sheet(
                "Channel preference",
                RULE_TABLE + "bil | trial | email, post\nbill | Trial | emial, post");

    assertSays(
        problems(workbook),
        "A10 MOD-RUL-015: \"bil\" is not in the vocabulary Category / Did you mean bill?",
        "B11 MOD-RUL-015: \"Trial\" is written trial in the vocabulary"
            + " / Write trial: a rule table tells capital letters apart",
        "C11 MOD-RUL-015: \"emial\" is not in the vocabulary Channel / Did you mean email?");
  }

  @Test
  void leavesOtherCodeOfARuleTableAlone() {
    String code = RULE_TABLE.replace("stage ==", "stage matches \"$param\"");
    TestWorkbooks workbook =
        new TestWorkbooks()
            .sheet("Vocabularies", VOCABULARIES)
            .sheet("Channel preference", code + "bill | tri.* | email");

    assertThat(problems(workbook)).isEmpty();
  }
}
