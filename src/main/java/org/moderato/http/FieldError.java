package org.moderato.http;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path, such as {@code consent[0].channel}
 * @param message what is wrong and what would be right
 */
@Schema(description = "What is wrong with one field of a request.")
public record FieldError(
    @Schema(
            description = "Path of the field, or name of the parameter.",
            examples = "consent[0].channel")
        String field,
    @Schema(description = "What is wrong and what would be right.", examples = "must be a text")
        String message) {}
