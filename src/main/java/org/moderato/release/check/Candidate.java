package org.moderato.release.check;

import java.util.Optional;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;

/**
 * A strategy that is checked.
 *
 * @param files all of it
 * @param loaded the same, ready to judge; disposed of by whoever asked for the check
 * @param active the release in force, to compare with; empty: there is none
 */
public record Candidate(
    StrategyFiles files, StrategyLoader.Loaded loaded, Optional<Baseline> active) {}
