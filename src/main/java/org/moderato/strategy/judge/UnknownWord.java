package org.moderato.strategy.judge;

import java.util.Set;

/**
 * A word of a message that is in no vocabulary.
 *
 * @param attribute the key of its attribute, such as {@code channel}
 * @param word as the sender wrote it
 * @param known the words of the vocabulary, in the form in which they are compared
 */
public record UnknownWord(String attribute, String word, Set<String> known) {}
