package org.moderato.release;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.judge.PolicyKinds;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Source;

/**
 * A row of a suppression table that stops every message to everybody: it has no match columns and
 * no situation. Only exemptions let anything pass.
 *
 * @param row its id
 * @param source where it stands
 * @param why its own words; null: none given
 */
@Schema(description = "A row that stops every message to everybody but what is exempt.")
public record EmergencyStop(
    @Schema(description = "The row's id.", examples = "stop-all") String row,
    Source source,
    @Schema(
            description = "The row's own words; null if it has none.",
            examples = "Incident 4711: nothing goes out")
        @Nullable String why) {

  private static final String KIND = "suppression";
  private static final String SITUATION = "situation";

  /** The stops of a strategy that are in force at an instant. */
  static List<EmergencyStop> of(Strategy strategy, Instant at) {
    return strategy.tables().values().stream()
        .filter(table -> PolicyKinds.isSame(table.type().kind(), KIND))
        .flatMap(table -> table.inForce(at).stream())
        .filter(EmergencyStop::stopsEverything)
        .map(EmergencyStop::of)
        .toList();
  }

  private static boolean stopsEverything(PolicyRow row) {
    return row.getHead().mode() == Mode.ENFORCE
        && row.getHead().scope().matches().isEmpty()
        && row.cell(SITUATION) == null;
  }

  private static EmergencyStop of(PolicyRow row) {
    return new EmergencyStop(row.getId(), row.getHead().source(), row.getHead().why());
  }
}
