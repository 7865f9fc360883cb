package org.moderato.http;

/**
 * The body of an ordinary request, for endpoints that keep no thread waiting: it is there when they
 * are called, and no larger than it may be.
 *
 * @param bytes as they came
 */
public record WholeBody(byte[] bytes) {}
