package org.moderato.evaluation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of a customer's verdicts, newest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EvaluationPage(List<Entry> items, @Nullable UUID next) {

  /** One verdict. */
  public record Entry(Instant decidedAt, @JsonRawValue String answer) {}
}
