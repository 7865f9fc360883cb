package org.moderato.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;
import picocli.CommandLine;

class CommandsTest {

  private static final String SCENARIOS =
      """
      defaults:
        now: 2026-11-20T12:00
        customer: { zone: Europe/Berlin }
        message: { department: marketing, channel: email, category: promotion }
      scenarios:
        - name: The third one waits
          history: [{ at: -2 days, channel: email }, { at: -1 day, channel: email }]
          expect: { outcome: DEFER, row: week, until: +5 days, counted: 2 }
        - name: The second one may go
          history: [{ at: -1 day, channel: email }]
          expect: { outcome: SEND, no finding of: week }
      """;

  private static TestFolder strategy(String name) {
    return new TestFolder(name)
        .workbook(
            "caps.xlsx",
            new TestWorkbooks()
                .sheet("Vocabularies", "Channel | Category\nemail | promotion\nsms | news")
                .sheet(
                    "Frequency cap",
                    """
                    Id   | Channel | Window | At most
                    week | email   | 7 days | 2
                    text | sms     | 1 day  | 1
                    """));
  }

  private static TestFolder with(TestFolder folder, String scenarios) {
    return folder.write("rules/scenarios/caps.yaml", scenarios.getBytes(StandardCharsets.UTF_8));
  }

  /** What a command said, and how it ended. */
  private record Run(int code, String out, String err) {

    static Run of(TestFolder folder, String command, String... more) {
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      CommandLine line =
          Commands.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
      List<String> words =
          new ArrayList<>(List.of(command, "--strategy", folder.path().toString()));
      words.addAll(List.of(more));
      int code = line.execute(words.toArray(String[]::new));
      return new Run(code, out.toString(), err.toString());
    }
  }

  @Test
  void passingScenariosEndWithZero() {
    Run run = Run.of(with(strategy("command-pass"), SCENARIOS), "test");

    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("2 scenarios: 2 passed, 0 failed");
  }

  @Test
  void aFailingScenarioSaysWhyTheExpectedRowDidNot() {
    TestFolder folder =
        with(
            strategy("command-fail"),
            SCENARIOS.replace("row: week, until: +5 days, counted: 2", "row: text"));

    Run run = Run.of(folder, "test");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAILED  The third one waits (rules/scenarios/caps.yaml:6)")
        .contains("expected row text, was week")
        .contains("did not apply: channel is email, the cell says sms");
  }

  @Test
  void tooLittleCoverageEndsWithOneAndNamesTheRow() {
    Run run =
        Run.of(
            with(strategy("command-coverage"), SCENARIOS),
            "test",
            "--coverage",
            "--min-coverage",
            "90");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("text (decision-tables/caps.xlsx:Frequency cap!3): never matched");
  }

  @Test
  void suggestsAScenarioThatRuns() {
    TestFolder folder = with(strategy("command-suggest"), SCENARIOS);
    String suggested = Run.of(folder, "test", "--suggest").out();
    String yaml = suggested.substring(suggested.indexOf("---"));

    Run run = Run.of(with(folder, yaml), "test", "--coverage");

    assertThat(yaml).doesNotContain("history: []", "customer:", "Z'", "somebody");
    assertThat(yaml).contains("text takes effect", "text until the last second", "text no longer");
    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out()).contains("3 scenarios: 3 passed").doesNotContain("text (");
  }

  @Test
  void aFileThatCannotBeReadEndsWithTwoAndTheOthersRun() {
    TestFolder folder = with(strategy("command-broken"), SCENARIOS);
    folder.write("rules/scenarios/broken.yaml", "name: [".getBytes(StandardCharsets.UTF_8));

    Run run = Run.of(folder, "test");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("rules/scenarios/broken.yaml!").contains("2 passed");
  }

  @Test
  void writesJunitAndJson() {
    TestFolder folder = with(strategy("command-formats"), SCENARIOS);

    assertThat(Run.of(folder, "test", "--format", "junit").out())
        .contains("<testcase classname=\"rules/scenarios/caps.yaml\" name=\"The third one waits\"");
    assertThat(Run.of(folder, "test", "--format", "json").out())
        .contains("\"passed\":2")
        .contains("\"name\":\"The third one waits\"");
  }

  @Test
  void aFileThatCannotBeReadIsAnErrorOfJunit() {
    TestFolder folder = with(strategy("command-junit-error"), SCENARIOS);
    folder.write("rules/scenarios/broken.yaml", "name: [".getBytes(StandardCharsets.UTF_8));

    assertThat(Run.of(folder, "test", "--format", "junit").out())
        .contains("tests=\"1\" errors=\"1\"")
        .contains(
            "<testcase classname=\"rules/scenarios/broken.yaml\""
                + " name=\"can be read (rules/scenarios/broken.yaml!1)\">"
                + "<error type=\"MOD-SCN-001\" message=\"This is no YAML: ");
  }

  @Test
  void warningsAreToldAndFailNothing() {
    TestFolder folder =
        with(
            strategy("command-warning"),
            SCENARIOS.replace("at: -2 days,", "at: -2 days, category: nws,"));

    Run run = Run.of(folder, "test");

    assertThat(run.code()).as(run.out()).isZero();
    assertThat(run.out())
        .contains("WARNING rules/scenarios/caps.yaml!7: MOD-SCN-008 \"nws\"")
        .contains("2 passed, 0 failed, 1 warning in files");
    assertThat(Run.of(folder, "test", "--format", "junit").out()).contains("WARNING rules");
  }

  @Test
  void aFilterThatFindsNothingEndsWithTwo() {
    Run run = Run.of(with(strategy("command-filter"), SCENARIOS), "test", "--filter", "xyz");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("none is named like \"xyz\"");
  }

  @Test
  void aMisspeltCommandDoesNotStartTheService() {
    StringWriter err = new StringWriter();

    int code = Commands.commandLine().setErr(new PrintWriter(err)).execute("tset");

    assertThat(Commands.isOne("tset")).isTrue();
    assertThat(Commands.isOne("-h")).isTrue();
    assertThat(Commands.isOne()).isFalse();
    assertThat(Commands.isOne("-Dquarkus.http.port=0")).isFalse();
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("tset").contains("test");
  }

  @Test
  void suggestionsAreNotMixedIntoWhatProgramsRead() {
    TestFolder folder = with(strategy("command-suggest-json"), SCENARIOS);

    Run run = Run.of(folder, "test", "--suggest", "--format", "json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--suggest goes with --format text only");
  }

  @Test
  void checkNamesEveryCell() {
    TestFolder folder =
        strategy("command-check")
            .workbook(
                "more.xlsx",
                new TestWorkbooks()
                    .sheet("Frequency cap", "Chanel | Window | At most\nx | 7 dayz | 1"));

    Run run = Run.of(folder, "check");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out())
        .contains("decision-tables/more.xlsx:Frequency cap!A1: MOD-TAB-002")
        .contains("decision-tables/more.xlsx:Frequency cap!B2");
  }

  @Test
  void checkWarnsOfRowsAndScenariosAndEndsWithZero() {
    TestFolder folder =
        with(strategy("command-warn"), SCENARIOS.replace("outcome: SEND", "outcome: DEFER"))
            .workbook(
                "more.xlsx",
                new TestWorkbooks()
                    .sheet(
                        "Frequency cap",
                        "Id | Channel | Category | Window | At most\nnews | email | news | 7 days | 3"));

    Run run = Run.of(folder, "check");

    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains(
            "WARNING decision-tables/more.xlsx:Frequency cap!A2: MOD-LOG-002 The row never decides"
                + " anything: for email · news, row week")
        .contains("MOD-SCN-010 The scenario \"The second one may go\" fails")
        .contains(" 0 errors, ");
    assertThat(Run.of(folder, "check", "--format", "json").out())
        .startsWith("[{")
        .contains("\"code\":\"MOD-LOG-002\"");
  }

  @Test
  void explainsOneMessage() {
    TestFolder folder = strategy("command-explain");
    folder.write(
        "message.json",
        """
        {"messageId": "m", "customerId": "c", "channel": "email", "category": "promotion",
         "department": "marketing", "at": "2026-11-20T12:00:00Z"}
        """
            .getBytes(StandardCharsets.UTF_8));
    folder.write(
        "history.yaml",
        "history: [{ at: -2 days, channel: email }, { at: -1 day, channel: email }]"
            .getBytes(StandardCharsets.UTF_8));

    Run run =
        Run.of(
            folder,
            "explain",
            folder.path().resolve("message.json").toString(),
            "--history",
            folder.path().resolve("history.yaml").toString());

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("DEFER at 2026-11-25T12:00Z by email (UTC)").contains("week");
  }

  @Test
  void withoutAStrategyThereIsNothingToDo() {
    Run run = Run.of(new TestFolder("command-none"), "test", "--filter", "x");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).isNotBlank();
  }
}
