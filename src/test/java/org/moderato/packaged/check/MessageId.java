package org.moderato.packaged.check;

/**
 * What names a message.
 *
 * @param sender who uses the id
 * @param id unique for the sender
 */
public record MessageId(String sender, String id) {}
