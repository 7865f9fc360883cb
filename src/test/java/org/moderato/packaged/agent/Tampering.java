package org.moderato.packaged.agent;

import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.none;
import static net.bytebuddy.matcher.ElementMatchers.returns;

import java.lang.instrument.Instrumentation;
import java.time.Instant;
import java.util.List;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.agent.builder.AgentBuilder.RedefinitionStrategy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.Advice.OnMethodEnter;
import net.bytebuddy.asm.Advice.OnMethodExit;
import net.bytebuddy.asm.Advice.OnNonDefaultValue;
import net.bytebuddy.asm.Advice.Return;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Changes a packaged service from outside, as an agent of its virtual machine. What is inserted
 * into its classes uses nothing but the JDK.
 */
public final class Tampering {

  /** By how many seconds the clock of the process goes wrong. */
  static final String CLOCK = "moderato.tampering.clock";

  private static final String STORES = "org.moderato.contact.store.";

  /** What a service can be without. */
  public enum Without {
    /** Its clock goes wrong. */
    RIGHT_TIME,
    /** Nobody waits for anybody. */
    LOCKS,
    /** Instances believe their own clocks. */
    DATABASE_CLOCK,
    /** No message is remembered. */
    MESSAGE_KEYS
  }

  private Tampering() {}

  /**
   * Called by the virtual machine, once for each.
   *
   * @param name of what is tampered with
   */
  public static void premain(String name, Instrumentation instrumentation) {
    AgentBuilder agent =
        new AgentBuilder.Default()
            .disableClassFormatChanges()
            .with(RedefinitionStrategy.RETRANSFORMATION)
            .ignore(none());
    without(Without.valueOf(name), agent).installOn(instrumentation);
  }

  private static AgentBuilder without(Without what, AgentBuilder agent) {
    return switch (what) {
      case RIGHT_TIME ->
          in(agent, "java.time.Clock", change(named("currentInstant"), Skewed.class));
      case LOCKS -> in(agent, STORES + "CustomerKeys", change(named("lock"), Skipped.class));
      case DATABASE_CLOCK ->
          in(agent, STORES + "DatabaseClock", change(named("isPostgres"), Skipped.class));
      case MESSAGE_KEYS ->
          in(
              agent,
              STORES + "MessageKeyStore",
              change(named("find").and(returns(List.class)), Forgetful.class),
              change(named("insert"), Skipped.class));
    };
  }

  private static AsmVisitorWrapper change(
      ElementMatcher<? super MethodDescription> methods, Class<?> advice) {
    return Advice.to(advice).on(methods);
  }

  private static AgentBuilder in(AgentBuilder agent, String type, AsmVisitorWrapper... changes) {
    return agent
        .type(named(type))
        .transform(
            (builder, description, loader, module, domain) ->
                builder.visit(new AsmVisitorWrapper.Compound(changes)));
  }

  /** The time is another one. */
  static final class Skewed {
    private Skewed() {}

    @OnMethodExit
    static void exit(@Return(readOnly = false) Instant now) {
      now = now.plusSeconds(Long.getLong(CLOCK));
    }
  }

  /** Nothing is done; what is returned is zero, false or null. */
  static final class Skipped {
    private Skipped() {}

    @OnMethodEnter(skipOn = OnNonDefaultValue.class)
    static boolean enter() {
      return true;
    }
  }

  /** Nothing is found. */
  static final class Forgetful {
    private Forgetful() {}

    @OnMethodExit
    static void exit(@Return(readOnly = false) List<?> found) {
      found = List.of();
    }
  }
}
