package org.moderato.benchmark;

/**
 * A row of a frequency cap table.
 *
 * @param channel one word; {@link #ANY}: whatever it is, as for the next three
 * @param days the length of the window
 */
record Cap(
    String id,
    String channel,
    String category,
    String department,
    String country,
    int days,
    int atMost) {

  static final String ANY = "";

  Cap limitedTo(int newAtMost) {
    return new Cap(id, channel, category, department, country, days, newAtMost);
  }
}
