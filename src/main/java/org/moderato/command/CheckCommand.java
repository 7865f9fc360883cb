package org.moderato.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import org.moderato.scenario.JsonReport;
import org.moderato.scenario.TextReport;
import org.moderato.scenario.file.ScenarioSuite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads a strategy and tells everything that is wrong with its files. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Tells everything that is wrong with a strategy's files, each with its cell.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the strategy can be loaded",
      "1:there are errors",
      "2:there is no strategy to check"
    })
final class CheckCommand implements Callable<Integer> {

  @Mixin private StrategyOption strategy = new StrategyOption();

  @Option(names = "--format", defaultValue = "text", description = "TEXT or JSON")
  private Format format = Format.TEXT;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    StrategyFiles files = strategy.files();
    StrategyLoader.Result result = StrategyOption.load(files);
    List<Problem> problems = new ArrayList<>(result.problems());
    result
        .loaded()
        .ifPresent(
            loaded -> {
              problems.addAll(
                  new ScenarioSuite(files, loaded.scenarioSheets(), loaded.strategy()).problems());
              loaded.disposal().run();
            });
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.print(format == Format.JSON ? JsonReport.of(problems) : TextReport.of(problems));
    long errors = problems.stream().filter(p -> p.severity() == Problem.Severity.ERROR).count();
    if (format == Format.TEXT) {
      out.printf(
          "%d files, %d errors, %d warnings%n",
          files.files().size(), errors, problems.size() - errors);
    }
    out.flush();
    return errors == 0 ? 0 : Commands.WRONG;
  }
}
