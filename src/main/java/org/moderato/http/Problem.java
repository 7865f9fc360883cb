package org.moderato.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error, after RFC 9457.
 *
 * @param type a URN that never changes, such as {@code urn:moderato:problem:invalid}, or {@code
 *     about:blank} if the status says it all
 * @param title the type in words
 * @param status the HTTP status
 * @param detail what went wrong this time; null if the title says it
 * @param instance the path that was asked for; null inside a stream
 * @param errors the fields that are wrong, one error each; empty if it isn't about fields
 */
@Schema(description = "What went wrong, after RFC 9457")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    @Schema(
            description = "A URN that never changes, or about:blank if the status says it all.",
            examples = "urn:moderato:problem:invalid")
        String type,
    @Schema(description = "The type in words.", examples = "Invalid request") String title,
    @Schema(description = "The HTTP status.", examples = "422") int status,
    @Schema(
            description = "What went wrong this time; absent if the title says it.",
            examples = "customerId must not be blank")
        @Nullable String detail,
    @Schema(
            description = "The path that was asked for; absent inside a stream.",
            examples = "/v1/evaluations")
        @Nullable String instance,
    @Schema(
            description =
                "The fields that are wrong, one error each; absent if it is not about fields.")
        List<FieldError> errors) {

  /** The media type of problems. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    errors = List.copyOf(errors);
  }

  /** What went wrong, as far as the caller may know. */
  public static Problem of(ServiceException failure) {
    return of(failure.code(), failure.getMessage(), failure.errors());
  }

  static Problem of(ErrorCode code, @Nullable String detail, List<FieldError> errors) {
    return new Problem(code.type(), code.title(), code.status(), detail, null, errors);
  }

  static Problem ofStatus(int status, String title) {
    return new Problem("about:blank", title, status, null, null, List.of());
  }

  Problem at(String path) {
    return new Problem(type, title, status, detail, path, errors);
  }
}
