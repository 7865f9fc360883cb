package org.moderato.command;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import org.moderato.scenario.JsonReport;
import org.moderato.scenario.JunitReport;
import org.moderato.scenario.Scenario;
import org.moderato.scenario.SuiteReport;
import org.moderato.scenario.TextReport;
import org.moderato.scenario.file.ScenarioSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the scenarios of a strategy. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description = "Runs the scenarios of a strategy.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all scenarios passed",
      "1:a scenario failed, or too little is covered",
      "2:the strategy or a file of scenarios could not be read, or no scenario was run"
    })
final class TestCommand implements Callable<Integer> {

  @Mixin private StrategyOption strategy = new StrategyOption();

  @Option(names = "--filter", description = "Only scenarios whose name or file contains this.")
  private @Nullable String filter;

  @Option(names = "--coverage", description = "List the rows that no scenario covers.")
  private boolean coverage;

  @Option(
      names = "--suggest",
      description = "Print ready scenarios for rows that no scenario covers.")
  private boolean suggest;

  @Option(names = "--min-coverage", paramLabel = "PERCENT", description = "Fail below this.")
  private @Nullable Integer minCoverage;

  @Option(names = "--format", defaultValue = "text", description = "${COMPLETION-CANDIDATES}")
  private Format format = Format.TEXT;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (suggest && format != Format.TEXT) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "--suggest goes with --format text only");
    }
    StrategyFiles files = strategy.files();
    StrategyLoader.Result result = StrategyOption.load(files);
    Optional<StrategyLoader.Loaded> loaded = result.loaded();
    if (loaded.isEmpty()) {
      err().print(TextReport.of(result.problems()));
      err().println("The strategy cannot be loaded");
      return Commands.USAGE;
    }
    ScenarioSuite suite =
        new ScenarioSuite(files, loaded.get().scenarioSheets(), loaded.get().strategy());
    SuiteReport report = suite.runFast(this::isWanted);
    print(report);
    if (suggest) {
      suite.suggestions().forEach(suggestion -> out().print(suggestion.yaml()));
      out().flush();
    }
    loaded.get().disposal().run();
    return code(report);
  }

  private boolean isWanted(Scenario scenario) {
    return filter == null || scenario.isNamed(filter);
  }

  private void print(SuiteReport report) {
    switch (format) {
      case TEXT -> out().print(TextReport.of(report, coverage));
      case JUNIT -> out().println(JunitReport.of(report));
      case JSON -> out().println(JsonReport.of(report));
    }
    out().flush();
  }

  private int code(SuiteReport report) {
    if (!report.isReadable()) {
      return Commands.USAGE;
    }
    if (report.results().isEmpty()) {
      String named = filter == null ? "" : ", since none is named like \"" + filter + "\"";
      err().println("No scenario was run" + named + ". A suite without scenarios cannot fail");
      return Commands.USAGE;
    }
    if (minCoverage != null && report.coverage().percent() < minCoverage) {
      err()
          .printf(
              "Covered are %d %%, and should be %d %%%n", report.coverage().percent(), minCoverage);
      return Commands.WRONG;
    }
    return report.isPassed() ? 0 : Commands.WRONG;
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }
}
