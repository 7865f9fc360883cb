package org.moderato.release.diff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.Source;

/**
 * One row, rule or scenario that two releases do not have in common.
 *
 * @param kind whether it came, went, or is another one
 * @param part the table, {@code Rules} or {@code Scenarios}
 * @param id its name; null: it has none
 * @param before where it stood; null: nowhere
 * @param after where it stands; null: nowhere
 * @param cells what its cells say: for a change only those that differ
 */
@Schema(description = "A row, rule or scenario that two releases do not have in common.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
    @Schema(description = "Whether it came, went, or is another one.") Kind kind,
    @Schema(description = "The table, Rules or Scenarios.", examples = "Frequency cap") String part,
    @Schema(description = "Its name; absent if it has none.", examples = "promotion-week")
        @Nullable String id,
    @Schema(description = "Where it stood.") @Nullable Source before,
    @Schema(description = "Where it stands.") @Nullable Source after,
    @Schema(description = "What its cells say, of a change only those that differ.")
        List<CellChange> cells) {

  public Difference {
    cells = List.copyOf(cells);
  }

  /** What became of it. */
  @Schema(name = "DifferenceKind", description = "What became of it.")
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  /**
   * One cell.
   *
   * @param column its column, or {@code text} of a rule or scenario
   * @param from what it said; null: nothing
   * @param to what it says; null: nothing
   */
  @Schema(name = "CellChange", description = "What a cell said and says.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record CellChange(
      @Schema(description = "Its column, or text.", examples = "At most") String column,
      @Schema(description = "What it said; absent: nothing.", examples = "3") @Nullable String from,
      @Schema(description = "What it says; absent: nothing.", examples = "2")
          @Nullable String to) {}

  static Difference added(Entry entry) {
    List<CellChange> cells =
        entry.cells().entrySet().stream()
            .map(cell -> new CellChange(cell.getKey(), null, cell.getValue()))
            .toList();
    return new Difference(Kind.ADDED, entry.part(), name(entry), null, entry.source(), cells);
  }

  static Difference removed(Entry entry) {
    List<CellChange> cells =
        entry.cells().entrySet().stream()
            .map(cell -> new CellChange(cell.getKey(), cell.getValue(), null))
            .toList();
    return new Difference(Kind.REMOVED, entry.part(), name(entry), entry.source(), null, cells);
  }

  static Difference changed(Entry before, Entry after) {
    Map<String, String> columns = new LinkedHashMap<>(before.cells());
    after.cells().forEach(columns::putIfAbsent);
    List<CellChange> cells =
        columns.keySet().stream()
            .map(c -> new CellChange(c, before.cells().get(c), after.cells().get(c)))
            .filter(cell -> !Objects.equals(cell.from(), cell.to()))
            .toList();
    return new Difference(
        Kind.CHANGED, after.part(), name(after), before.source(), after.source(), cells);
  }

  private static @Nullable String name(Entry entry) {
    return entry.id().isEmpty() ? null : entry.id();
  }
}
