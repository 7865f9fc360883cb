package org.moderato.http;

/**
 * One line of a request.
 *
 * @param number counted from 1, blank lines included
 * @param bytes UTF-8 without the line's end, at most 64 KiB; not to be changed
 */
public record Line(int number, byte[] bytes) {}
