package org.moderato.scenario;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.Source;

/**
 * Which rows and rules scenarios cover.
 *
 * @param parts the tables, and all rules together
 */
public record CoverageReport(List<Part> parts) {

  public CoverageReport {
    parts = List.copyOf(parts);
  }

  /** How far a row was tried. */
  public enum State {
    /** It took effect in some scenario. */
    HIT,
    /** It spoke of some message, and nothing came of it. */
    MATCHED,
    /** No message was of its kind. */
    NEVER_MATCHED
  }

  /**
   * One row or rule.
   *
   * @param id the row's id, or the rule's name
   * @param shadowedBy the id of a row that is at least as strict wherever this one applies: no
   *     scenario can show it deciding; null: there is none, as far as cells tell
   */
  @Schema(name = "CoverageEntry", description = "One row or rule.")
  public record Entry(
      @Schema(description = "The row's id, or the rule's name.", examples = "promotion-week")
          String id,
      @Schema(description = "Where it stands.") Source source,
      @Schema(description = "How far it was tried.") State state,
      @Schema(
              description =
                  "A row that is at least as strict wherever this one applies; absent: none.",
              examples = "all-week")
          @Nullable String shadowedBy) {}

  /**
   * One table, or the rules.
   *
   * @param name in words
   */
  @Schema(name = "CoveragePart", description = "One table, or all rules.")
  public record Part(
      @Schema(description = "The table in words.", examples = "Frequency cap") String name,
      @Schema(description = "In the order of the sheets.") List<Entry> entries) {

    public Part {
      entries = List.copyOf(entries);
    }

    public long hit() {
      return entries.stream().filter(entry -> entry.state() == State.HIT).count();
    }
  }

  public long hit() {
    return parts.stream().mapToLong(Part::hit).sum();
  }

  public long total() {
    return parts.stream().mapToLong(part -> part.entries().size()).sum();
  }

  /** How many of a hundred were hit, rounded down; 100 if there are none. */
  public int percent() {
    return total() == 0 ? 100 : (int) (hit() * 100 / total());
  }
}
