package org.moderato.release.check.logic;

import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.ScopeIndex;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.table.TableType;

/**
 * Finds the rows of one table that never decide anything, since a wider one is at least as strict.
 * Not thread-safe.
 */
public final class Shadows {

  private final Table table;
  private final Meaning meaning;
  private final Strictness strictness;
  private final ScopeIndex index;
  private final Overriders overriders;

  public Shadows(Table table, Settings settings) {
    this.table = table;
    this.meaning = Meaning.of(table.type());
    this.strictness = new Strictness(meaning, settings);
    this.index = new ScopeIndex(table.rows().stream().map(row -> row.getHead().scope()).toList());
    this.overriders = new Overriders(table);
  }

  /**
   * Why a row never decides anything.
   *
   * @param by the row that decides in its place
   * @param proved whether that follows from the published meaning of the columns; else it is what
   *     the cells look like
   */
  public record Shadow(PolicyRow by, boolean proved) {}

  /**
   * The row in whose shadow another one stands; of rows that say the same only the first one casts
   * one.
   *
   * @param position of the row in its table
   * @return empty if there is none, as far as can be told
   */
  public Optional<Shadow> of(int position) {
    PolicyRow row = table.rows().get(position);
    boolean doesMore = !row.isEnforced() || !row.getHead().overrides().isEmpty();
    if (table.type().lookup() || doesMore) {
      return Optional.empty();
    }
    BitSet covering = index.covering(row.getHead().scope());
    for (int i = covering.nextSetBit(0); i >= 0; i = covering.nextSetBit(i + 1)) {
      PolicyRow other = table.rows().get(i);
      if (i != position && hides(other, row) && !(position < i && hides(row, other))) {
        return Optional.of(new Shadow(other, meaning.isKnown()));
      }
    }
    return Optional.empty();
  }

  private boolean hides(PolicyRow row, PolicyRow other) {
    return row.isEnforced()
        && Periods.covers(row.getHead(), other.getHead())
        && !changesReliefs(row, other)
        && appliesWith(row, other)
        && strictness.isAtLeastAsStrict(row, other)
        && other.getHead().scope().isSurelyWithin(row.getHead().scope())
        && overriders.takeBoth(row, other);
  }

  /** The days of a row that lets messages pass are times at which waiting ones are judged anew. */
  private boolean changesReliefs(PolicyRow row, PolicyRow other) {
    return table.type().base() == TableType.Base.POLICY
        && !Periods.covers(other.getHead(), row.getHead());
  }

  /** A row with {@code Same} does not apply to messages that lack the attribute. */
  private static boolean appliesWith(PolicyRow row, PolicyRow other) {
    return !(row instanceof CountingRow one)
        || (other instanceof CountingRow two
            && Strictness.same(two).containsAll(Strictness.same(one)));
  }

  /** The id of that row; null if there is none. */
  public @Nullable String idOf(int position) {
    return of(position).map(shadow -> shadow.by().getId()).orElse(null);
  }
}
