package org.moderato.release.check;

import org.moderato.release.Release;
import org.moderato.release.StrategyFiles;

/**
 * The release in force, which a candidate is compared with.
 *
 * @param release leased by whoever asked for the check
 * @param files all of its files
 */
public record Baseline(Release release, StrategyFiles files) {}
