package org.moderato.command;

import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * What the jar can do beside serving. Exit codes: 0 everything is well, 1 something is wrong with
 * the strategy or a scenario, 2 the command could not be carried out.
 */
@Command(
    name = "moderato",
    description = "Runs and checks a strategy. Without a command, the service starts.",
    subcommands = {TestCommand.class, CheckCommand.class, ExplainCommand.class, HelpCommand.class})
public final class Commands {

  static final int WRONG = 1;
  static final int USAGE = 2;

  private static final Set<String> OPTIONS = Set.of("--help", "-h");

  private Commands() {}

  /**
   * Whether arguments name a command; only options are for the service. A misspelt command is one,
   * too: whoever writes it wants no service.
   */
  public static boolean isOne(String... args) {
    return args.length > 0 && (!args[0].startsWith("-") || OPTIONS.contains(args[0]));
  }

  /** Runs a command and returns its exit code. */
  public static int run(String... args) {
    // First the log: what is asked next may log, and the first logger decides who manages them.
    CommandLog.limit();
    return commandLine().execute(args);
  }

  static CommandLine commandLine() {
    return new CommandLine(new Commands())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              String words = failure.getMessage();
              command.getErr().println(words == null ? failure.toString() : words);
              return USAGE;
            });
  }
}
