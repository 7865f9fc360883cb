package org.moderato.command;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What libraries may log while a command runs. Quarkus says that when the service starts, and a
 * command runs before: until then each trace of the rule engine would be put into words and kept,
 * which is half of a command's time.
 */
final class CommandLog {

  private static final String MANAGER = "java.util.logging.manager";

  /** Held here: a logger that nobody holds forgets its level. */
  private static final List<Logger> LIMITED;

  static {
    // From classes nobody else has said it, and the one that is asked first must be the right one.
    if (System.getProperty(MANAGER) == null) {
      System.setProperty(MANAGER, "org.jboss.logmanager.LogManager");
    }
    LIMITED = List.of(Logger.getLogger(""), Logger.getLogger("org.apache.poi"));
  }

  private CommandLog() {}

  /** Nothing but failures: what is wrong with a strategy is told by the command itself. */
  static void limit() {
    LIMITED.forEach(logger -> logger.setLevel(Level.SEVERE));
  }
}
