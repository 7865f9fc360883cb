/**
 * Time as a strategy speaks of it: durations, windows, times of day and days, and the instants at
 * which they let a message pass. Pure functions: the clock, the zone and the holidays are given.
 */
@NullMarked
package org.moderato.strategy.time;

import org.jspecify.annotations.NullMarked;
