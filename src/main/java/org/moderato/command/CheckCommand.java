package org.moderato.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderato.Clocks;
import org.moderato.release.Problem;
import org.moderato.release.StrategyFiles;
import org.moderato.release.check.CheckPipeline;
import org.moderato.release.check.StrategyCheck;
import org.moderato.release.check.logic.TableLogicCheck;
import org.moderato.scenario.JsonReport;
import org.moderato.scenario.TextReport;
import org.moderato.scenario.file.ScenarioCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads a strategy, checks it from every side, and tells everything that is wrong with it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Tells everything that is wrong with a strategy, each with its cell.",
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
    List<Problem> problems = pipeline().check(files, Optional.empty()).problems();
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

  /** What the service checks too, but for what needs its database. */
  private static CheckPipeline pipeline() {
    List<StrategyCheck> checks = List.of(new TableLogicCheck(Clocks.system()), new ScenarioCheck());
    return new CheckPipeline(StrategyOption.loader(), checks, Clocks.system());
  }
}
