package org.moderato.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.ObjectName;

/**
 * Makes the virtual machine compile for a short life. HotSpot's second compiler takes half of a
 * command's processor time and pays only in programs that run for minutes; without it scenarios run
 * at 3,500 a second still. A jar cannot bring flags such as {@code -XX:TieredStopAtLevel=1}, but
 * the machine takes directives while it runs.
 */
final class ShortLife {

  private static final String FIRST_COMPILER_ONLY = "[{match: [\"*.*\"], c2: {Exclude: true}}]";
  private static final String FLAG = "-XX:TieredStopAtLevel";

  private ShortLife() {}

  /** Beside the command: asking takes a quarter of a second. */
  static void begin() {
    Thread asking = new Thread(ShortLife::ask, "short-life");
    asking.setDaemon(true);
    asking.start();
  }

  private static void ask() {
    if (ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .anyMatch(argument -> argument.startsWith(FLAG))) {
      return;
    }
    try {
      Path directives = Files.createTempFile("moderato", ".directives");
      try {
        Files.writeString(directives, FIRST_COMPILER_ONLY);
        add(directives);
      } finally {
        Files.delete(directives);
      }
    } catch (IOException | JMException | JMRuntimeException e) {
      // No HotSpot, or no place for a file: the command takes longer, and that is all.
    }
  }

  private static void add(Path directives) throws JMException {
    ManagementFactory.getPlatformMBeanServer()
        .invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            "compilerDirectivesAdd",
            new Object[] {new String[] {directives.toString()}},
            new String[] {String[].class.getName()});
  }
}
