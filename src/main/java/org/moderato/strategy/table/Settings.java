package org.moderato.strategy.table;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;

/**
 * What the sheet {@code Settings} says for the whole strategy.
 *
 * @param zone the zone of days such as {@code Valid to}, and of customers of whom none is known
 * @param country the country of customers of whom none is known; null: none
 * @param language the language of customers of whom none is known
 * @param historyKept how far back {@code ever} reaches
 * @param waitHorizon the longest wait that is ever answered
 * @param zeroMeansUnlimited whether a limit of 0 means no limit; else it means nothing at all
 * @param noPolicyOutcome the answer when no row applied
 */
public record Settings(
    ZoneId zone,
    @Nullable String country,
    String language,
    Duration historyKept,
    Duration waitHorizon,
    boolean zeroMeansUnlimited,
    Outcome noPolicyOutcome) {

  public static final Settings DEFAULT =
      new Settings(
          ZoneId.of("UTC"),
          null,
          "en",
          Duration.ofDays(400),
          Duration.ofDays(400),
          false,
          Outcome.SEND);
}
