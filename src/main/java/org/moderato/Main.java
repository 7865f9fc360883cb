package org.moderato;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.moderato.command.Commands;

/** Starts the service; or runs a command instead, if one is named. */
@QuarkusMain
public final class Main {

  Main() {}

  public static void main(String... args) {
    if (Commands.isOne(args)) {
      // Quarkus would open a port and the database first.
      System.exit(Commands.run(args));
    }
    Quarkus.run(args);
  }
}
