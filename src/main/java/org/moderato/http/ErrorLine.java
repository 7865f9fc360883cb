package org.moderato.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a line that went wrong.
 *
 * @param line the line's number in the request, counted from 1, blank lines included
 * @param status the HTTP status that a request of its own would have got
 * @param problem what went wrong
 */
@Schema(description = "The answer to a line that went wrong")
public record ErrorLine(
    @Schema(
            description = "The line's number in the request, from 1, blank lines included.",
            examples = "17")
        int line,
    @Schema(
            description = "The HTTP status that a request of its own would have got.",
            examples = "422")
        int status,
    Problem problem) {

  static ErrorLine of(int line, Problem problem) {
    return new ErrorLine(line, problem.status(), problem);
  }
}
