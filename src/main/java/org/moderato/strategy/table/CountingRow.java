package org.moderato.strategy.table;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.time.Window;

/**
 * A limiting row that asks a question to the contact history. Its table understands {@code Window},
 * {@code Level}, {@code Same} and columns that begin with {@code Counts} or {@code After}.
 */
public abstract class CountingRow extends LimitingRow {

  private @Nullable Window window;
  private Level level = Level.CUSTOMER;
  private List<String> same = List.of();
  private CountedContacts counts = CountedContacts.DEFAULT;

  /** The window in which contacts are counted; null if the table has no such column. */
  public @Nullable Window getWindow() {
    return window;
  }

  public void setWindow(@Nullable Window window) {
    this.window = window;
  }

  /** Over whom contacts are counted. */
  public Level getLevel() {
    return level;
  }

  public void setLevel(Level level) {
    this.level = level;
  }

  /** Names of attributes that a counted contact must share with the message. */
  public List<String> getSame() {
    return same;
  }

  public void setSame(List<String> same) {
    this.same = List.copyOf(same);
  }

  /** Which contacts count. */
  public CountedContacts getCounts() {
    return counts;
  }

  public void setCounts(CountedContacts counts) {
    this.counts = counts;
  }
}
