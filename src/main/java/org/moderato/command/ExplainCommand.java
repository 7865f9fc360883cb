package org.moderato.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moderato.Clocks;
import org.moderato.release.StrategyLoader;
import org.moderato.scenario.JsonReport;
import org.moderato.scenario.Scenario;
import org.moderato.scenario.ScenarioRunner;
import org.moderato.scenario.TextReport;
import org.moderato.scenario.file.Inquiry;
import org.moderato.strategy.judge.Trace;
import org.moderato.strategy.judge.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges one message and explains the verdict. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Judges one message against a strategy, and explains the verdict.")
final class ExplainCommand implements Callable<Integer> {

  @Mixin private StrategyOption strategy = new StrategyOption();

  @Parameters(
      paramLabel = "MESSAGE",
      description = "A file with the message as the evaluation endpoint takes it; JSON or YAML.")
  private Path message = Path.of("message.json");

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "A file with customer and history, as a scenario has them; JSON or YAML.")
  private @Nullable Path history;

  @Option(names = "--format", defaultValue = "text", description = "TEXT or JSON")
  private Format format = Format.TEXT;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    StrategyLoader.Result result = StrategyOption.load(strategy.files());
    Optional<StrategyLoader.Loaded> loaded = result.loaded();
    if (loaded.isEmpty()) {
      err().print(TextReport.of(result.problems()));
      return Commands.USAGE;
    }
    Inquiry inquiry =
        new Inquiry(loaded.get().strategy(), Clocks.system())
            .message(String.valueOf(message), read(message))
            .history(String.valueOf(history), history == null ? "" : read(history));
    Optional<Scenario> asked = inquiry.scenario();
    if (asked.isEmpty()) {
      err().print(TextReport.of(inquiry.problems()));
      return Commands.USAGE;
    }
    Verdict verdict =
        new ScenarioRunner(loaded.get().strategy(), Trace.NONE)
            .run(asked.get())
            .steps()
            .get(0)
            .verdict();
    out()
        .println(
            format == Format.JSON
                ? JsonReport.of(verdict)
                : TextReport.of(verdict, asked.get().customer().zone()));
    out().flush();
    loaded.get().disposal().run();
    return 0;
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private PrintWriter out() {
    return Objects.requireNonNull(spec).commandLine().getOut();
  }

  private PrintWriter err() {
    return Objects.requireNonNull(spec).commandLine().getErr();
  }
}
