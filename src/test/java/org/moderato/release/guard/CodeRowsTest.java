package org.moderato.release.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.moderato.release.RuleSheet;
import org.moderato.release.RuleSheet.Cell;
import org.moderato.release.guard.CodeRows.Change;

/** Who edits data changes no code, and who changes code is told where. */
class CodeRowsTest {

  private static final String FILE = "decision-tables/rules.xlsx";

  private static final String SHEET =
      """
      RuleSet|moderato.tables.house
      Import|org.moderato.strategy.fact.Message

      Notes|RuleTable Stop
      of|CONDITION|ACTION
      mine|$m : Message|
      |category|verdict.suppress("$param");
      |Category|Reason
      |promotion|no promotions
      |news|no news

      |RuleTable Prefer
      |CONDITION|ACTION
      |$m : Message|
      |channel|verdict.prefer("$param");
      |Channel|Instead
      |email|push
      """;

  private static RuleSheet sheet(String text) {
    List<Cell> cells = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int row = 0; row < lines.length; row++) {
      String[] values = lines[row].split("\\|", -1);
      for (int column = 0; column < values.length; column++) {
        if (!values[column].isBlank()) {
          cells.add(new Cell(row, column, values[column], RuleSheet.NOT_MERGED));
        }
      }
    }
    return new RuleSheet(FILE, "Rules", cells);
  }

  private static List<Change> changed(String candidate) {
    return CodeRows.changed(List.of(sheet(SHEET)), List.of(sheet(candidate)));
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          no promotions  ; nothing
          news           ; bill
          Category       ; Kind of message
          mine           ; yours
          |news|no news  ; |news|no news\\n|bill|no bills\\n|survey|no surveys
          |email|push    ; |email|push\\n|sms|push
          |news|no news\\n ; ''
          """)
  void dataLabelsAndNotesAreNoCode(String before, String after) {
    String was = before.replace("\\n", "\n");
    String candidate = SHEET.replace(was, after.replace("\\n", "\n"));

    assertThat(candidate).isNotEqualTo(SHEET);
    assertThat(changed(candidate)).isEmpty();
    assertThat(CodeRows.fingerprint(sheet(candidate)))
        .isEqualTo(CodeRows.fingerprint(sheet(SHEET)))
        .matches("[0-9a-f]{64}");
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          verdict.suppress ; verdict.exempt  ; C7
          category         ; topic           ; B7
          Stop             ; Halt            ; B4
          fact.Message     ; fact.*          ; B2
          tables.house     ; tables.home     ; B1
          verdict.prefer   ; verdict.suppress; C15
          """)
  void namesTheCellOfCodeThatChanged(String before, String after, String cell) {
    String candidate = SHEET.replace(before, after);

    assertThat(changed(candidate)).extracting(Change::cell).containsExactly(cell);
    assertThat(CodeRows.fingerprint(sheet(candidate)))
        .isNotEqualTo(CodeRows.fingerprint(sheet(SHEET)));
  }

  @Test
  void showsWhatItWasAndIs() {
    assertThat(changed(SHEET.replace("|category|", "|topic|")))
        .containsExactly(new Change(FILE, "Rules", "B7", "category", "topic"));
  }

  @Test
  void aChangeBelowMoreRowsIsNamedWhereItStandsNow() {
    String longer =
        SHEET.replace("|news|no news\n", "|news|no news\n|bill|no bills\n").replace("prefer", "x");

    assertThat(changed(longer)).extracting(Change::cell).containsExactly("C16");
  }

  @Test
  void allCodeOfASheetThatIsNewOrGoneHasChanged() {
    List<RuleSheet> sheets = List.of(sheet(SHEET));

    assertThat(CodeRows.changed(List.of(), sheets))
        .hasSize(17)
        .allMatch(change -> change.before().isEmpty());
    assertThat(CodeRows.changed(sheets, List.of()))
        .hasSize(17)
        .allMatch(change -> change.after().isEmpty());
  }

  @Test
  void aPropertyBelowTheDataIsCode() {
    assertThat(changed(SHEET + "\n|Functions|function int evil() { return 1; }\n"))
        .extracting(Change::cell)
        .containsExactly("B19", "C19");
  }
}
