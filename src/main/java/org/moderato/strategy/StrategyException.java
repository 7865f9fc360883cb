package org.moderato.strategy;

/** A strategy that fails while it judges. Never answered by a verdict, always by an error. */
public class StrategyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What went wrong. */
  public enum Kind {
    /** Rules fired more often than they ever need to. */
    FIRING_LIMIT,
    /** Judging took longer than it may. */
    DEADLINE,
    /** A rule threw an exception. */
    RULE
  }

  /**
   * @param message names the rule and says what happened; no customer data
   */
  public StrategyException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public StrategyException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
