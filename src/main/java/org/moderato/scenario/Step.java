package org.moderato.scenario;

import java.time.Instant;
import java.util.List;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;

/**
 * One moment of a scenario: what has happened until then, and a message. If the verdict is SEND,
 * the message is part of the history of the steps that follow.
 *
 * @param line where it stands in its file, from 1
 * @param at the instant that is judged
 * @param happened entries of the history that are new since the step before
 * @param responses responses that are new
 * @param situations situations that are new; one of a known name replaces it
 * @param message what is judged
 * @param expectation what the verdict ought to be
 */
public record Step(
    int line,
    Instant at,
    List<PastContact> happened,
    List<Response> responses,
    List<Situation> situations,
    Message message,
    Expectation expectation) {

  public Step {
    happened = List.copyOf(happened);
    responses = List.copyOf(responses);
    situations = List.copyOf(situations);
  }
}
