package org.moderato.http;

/**
 * What is wrong with one field of a request.
 *
 * @param field its path, such as {@code consent[0].channel}
 * @param message what is wrong and what would be right
 */
public record FieldError(String field, String message) {}
