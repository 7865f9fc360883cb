package org.moderato.evaluation;

import org.moderato.strategy.Outcome;

/**
 * What is sent back.
 *
 * @param answer the answer as JSON, byte for byte
 * @param release the release that judged
 * @param outcome what to do
 * @param channel on which channel
 * @param replayed whether it was stored before
 */
public record Evaluated(
    byte[] answer, String release, Outcome outcome, String channel, boolean replayed) {}
