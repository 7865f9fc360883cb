package org.moderato.release.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.strategy.table.CountedContacts;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.RowHead;

/** What people may write into a cell, and what it means. */
class CellFormsTest {

  private static List<RowData> rows(TestWorkbooks workbook) {
    WorkbookContents contents =
        new WorkbookReader()
            .read(new TreeMap<>(Map.of("test.xlsx", workbook.bytes())), BrokenWorkbookTest.TYPES);
    assertThat(contents.problems()).isEmpty();
    return contents.rows();
  }

  private static RowData row(String header, String cell) {
    return rows(new TestWorkbooks().sheet("Every type", header + "\n" + cell)).get(0);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          # text, by value and never as it is shown
          Text   ;  Spring sale         ; Spring sale
          Text   ; \\u00a0Spring sale\\u00a0 ; Spring sale
          Text   ; inline:Spring        ; Spring
          Text   ; 2024                 ; 2024
          Text   ; percent:0.5          ; 0.5
          Text   ; bool:true            ; true
          # numbers
          Whole  ; 3                    ; 3
          Whole  ; money:3              ; 3
          Large  ; 9007199254740992     ; 9007199254740992
          Number ; percent:0.155        ; 0.155
          Number ; -2.5                 ; -2.5
          Exact  ; 0.1                  ; 0.1
          Exact  ; money:19.99          ; 19.99
          # yes and no
          Yes    ; yes                  ; true
          Yes    ; X                    ; true
          Yes    ; On                   ; true
          Yes    ; bool:false           ; false
          Yes    ; No                   ; false
          # dates, times, zones
          Day    ; date:2026-11-22      ; 2026-11-22
          Day    ; 2026-11-22           ; 2026-11-22
          Time   ; time:21:00           ; 21:00
          Time   ; time:00:00           ; 00:00
          Time   ; 9:30                 ; 09:30
          Zone   ; europe/berlin        ; Europe/Berlin
          Zone   ; UTC                  ; UTC
          # lists
          Words  ; a, "b, c" , d        ; [a, b, c, d]
          Words  ; one                  ; [one]
          # durations
          Span   ; 90 minutes           ; 90 minutes
          Span   ; 16 hours             ; 16 hours
          Span   ; 7 Days               ; 7 days
          Span   ; 1 week               ; 7 days
          Span   ; 1 month              ; 1 month
          Span   ; 1 year               ; 1 year
          Span   ; 7\\u00a0days         ; 7 days
          # windows
          Window ; 7 days               ; 7 days
          Window ; 7 days inclusive     ; 7 days inclusive
          Window ; 1 month in UTC       ; 1 month in UTC
          Window ; calendar hour        ; calendar hour
          Window ; Calendar Day         ; calendar day
          Window ; calendar week        ; calendar week
          Window ; calendar month       ; calendar month
          Window ; calendar quarter     ; calendar quarter
          Window ; calendar year        ; calendar year
          Window ; calendar week from Sunday in UTC ; calendar week from Sunday in UTC
          Window ; calendar week in Europe/Berlin from Sunday ; calendar week from Sunday in Europe/Berlin
          Window ; 7 calendar days      ; 7 calendar days
          Window ; ever                 ; ever
          # parts of the day, and days
          Range  ; 21:00-09:00          ; 21:00-09:00
          Range  ; 9:00 to 13:00 inclusive ; 09:00-13:00 inclusive
          Range  ; 00:00-24:00          ; 00:00-24:00
          Days   ; Mon-Fri              ; Mon-Fri
          Days   ; Sat, Sun             ; Sat, Sun
          Days   ; holiday              ; holiday
          Days   ; Mon-Fri, not holiday ; Mon-Fri, not holiday
          Days   ; not Sunday, holiday  ; Mon-Sun, not Sun, holiday
          # what a table understands anyway
          Wait   ; wait                 ; Waiting[way=EARLIEST, span=null]
          Wait   ; wait 1 day           ; Waiting[way=FIXED, span=1 day]
          Wait   ; suppress             ; Waiting[way=SUPPRESS, span=null]
          When reached    ; Wait 2 hours ; Waiting[way=FIXED, span=2 hours]
          Wait at most    ; 1 month     ; 1 month
          Ask again after ; 3 hours     ; 3 hours
          Level  ; Household            ; HOUSEHOLD
          Same   ; template, Topic      ; [template, Topic]
          Measure; weight               ; WEIGHT
          """)
  void meansWhatItSays(String header, String cell, String value) {
    Map<String, Object> values = row(header, cell).values();

    assertThat(values).hasSize(2);
    assertThat(values.values().stream().filter(v -> !(v instanceof CountedContacts)))
        .singleElement()
        .hasToString(value);
  }

  @ParameterizedTest(name = "{0}: {1} accepts {2}, but not {3}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          Channel ; email           ; EMAIL      ; sms
          Channel ; Email , "SMS"   ; sms        ; push
          Channel ; not email, sms  ; push       ; sms
          Channel ; NOT email       ; push       ; email
          Channel ; any             ; push       ;
          Topic   ; "a, b", c       ; a, b       ; a
          Topic   ; 2024            ; 2024       ; 2025
          Step    ; 3               ; 3          ; 4
          Step    ; '3              ; 3          ; 4
          Step    ; >= 18           ; 18         ; 17
          Step    ; > 18            ; 19         ; 18
          Step    ; <= 18           ; 18         ; 19
          Step    ; < 18            ; 17         ; 18
          Step    ; '= 18           ; 18         ; 17
          Step    ; 18 to 65        ; 65         ; 66
          Step    ; 18-65           ; 18         ; 17
          Step    ; 1, 2            ; 2          ; 3
          Step    ; not 1, 2        ; 3          ; 2
          Step    ; not 1           ; 3          ; 1
          Step    ; 1.0, 2.50       ; 1          ; 2
          """)
  void matches(String header, String cell, String accepted, String refused) {
    RowHead head = row(header, cell).head();

    assertThat(accepts(head, accepted)).isTrue();
    assertThat(refused == null || !accepts(head, refused)).isTrue();
  }

  private static boolean accepts(RowHead head, String value) {
    Object typed =
        value.matches("\\d+") && !head.scope().toString().contains("topic")
            ? Integer.valueOf(value)
            : value;
    return head.scope().matches().values().stream().allMatch(match -> match.accepts(typed));
  }

  @Test
  void attributesHaveTheTypesThatTheirSheetSays() {
    RowHead head =
        rows(new TestWorkbooks()
                .sheet(
                    "Attributes",
                    """
                    Name           | Of       | Type    | Notes
                    Lifetime value | customer | number  | in euros
                    VIP            | customer | boolean |
                    Born           | customer | date    |
                    Debt           | message  | text    |
                    """)
                .sheet(
                    "Every type",
                    """
                    Life-time Value | VIP | Born            | Debt
                    >= 100.50       | yes | date:1990-05-01 | Mortgage
                    """))
            .get(0)
            .head();

    Map<String, ?> matches = head.scope().sorted();
    assertThat(matches).hasSize(4);
    assertThat(head.scope().sorted().get("Lifetime value").accepts(100.5)).isTrue();
    assertThat(head.scope().sorted().get("Lifetime value").accepts(100.49)).isFalse();
    assertThat(head.scope().sorted().get("VIP").accepts(true)).isTrue();
    assertThat(head.scope().sorted().get("VIP").accepts(false)).isFalse();
    assertThat(head.scope().sorted().get("Born").accepts("1990-05-01")).isTrue();
    assertThat(head.scope().sorted().get("Debt").accepts("mortgage")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Quiet hours",
        "quiet-hour",
        "QUIETHOURS",
        "QuietHour",
        "Quiet Hours",
        "quiet_hours"
      })
  void aSheetIsNamedAfterItsTypeSomehow(String name) {
    assertThat(rows(new TestWorkbooks().sheet(name, "Quiet\n21:00-09:00")))
        .singleElement()
        .matches(row -> row.type().name().equals("QuietHours"));
  }

  @Test
  void sheetsOfOneTypeAreOneTable() {
    assertThat(
            rows(
                new TestWorkbooks()
                    .sheet("Frequency cap", "Window | At most\n7 days | 3")
                    .sheet("Frequency caps", "At most | Window\n1 | 1 day")))
        .extracting(row -> row.values().get("atMost"), row -> row.head().source().sheet())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(3, "Frequency cap"),
            org.assertj.core.api.Assertions.tuple(1, "Frequency caps"));
  }

  @Test
  void someSheetsAreNoTables() {
    assertThat(
            rows(
                new TestWorkbooks()
                    .sheet("Read me", "Whatever | =1+1")
                    .sheet("Scenarios", "x")
                    .sheet("_notes", "x")
                    .sheet("Empty", " ")
                    .sheet("Frequency cap", "Window | At most")))
        .isEmpty();
  }

  @Test
  void everyTableHasTheseColumns() {
    RowHead head =
        rows(new TestWorkbooks()
                .sheet(
                    "Frequency cap",
                    """
                    Id | Valid from      | Valid to   | Enabled | Mode   | Why      | Notes | Overrides  | Window | At most
                    a  | date:2026-05-01 | 2026-06-30 | yes     | Shadow | \u201cenough\u201d | =1    | general, b | 7 days | 3
                    b  |                 |            | no      |        |          |       |            | 7 days | 3
                    """
                        .replace("=1 ", "one")))
            .get(0)
            .head();

    assertThat(head.id()).isEqualTo("a");
    assertThat(head.named()).isTrue();
    assertThat(head.validFrom()).hasToString("2026-05-01");
    assertThat(head.validTo()).hasToString("2026-06-30");
    assertThat(head.mode()).isEqualTo(Mode.SHADOW);
    assertThat(head.why()).isEqualTo("\u201cenough\u201d");
    assertThat(head.overrides()).containsExactly("general", "b");
  }

  @Test
  void aRowWithoutIdStaysItselfWhereverItIsMoved() {
    List<RowData> rows =
        rows(
            new TestWorkbooks()
                .sheet("Frequency cap", "Window | At most | Notes\n7 days | 3 |\n1 day | 1 | x")
                .sheet("Frequency caps", "At most | Window\n2 | 2 days"));
    List<RowData> moved =
        rows(
            new TestWorkbooks()
                .sheet(
                    "Frequency cap",
                    "Notes | At most | Window\nx | 1 | 1 day\n| 2 | 2 days\n | 3 | 7 days"));

    assertThat(moved)
        .extracting(row -> row.head().id())
        .containsExactlyInAnyOrderElementsOf(rows.stream().map(row -> row.head().id()).toList());
  }

  @Test
  void datesOfWorkbooksThatStartIn1904() {
    TestWorkbooks workbook =
        new TestWorkbooks()
            .startingIn1904()
            .sheet("Every type", "Day | Time\ndate:2026-11-22 | time:21:00");

    assertThat(rows(workbook).get(0).values().values())
        .extracting(String::valueOf)
        .contains("2026-11-22", "21:00");
  }
}
