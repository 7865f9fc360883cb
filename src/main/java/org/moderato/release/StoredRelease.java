package org.moderato.release;

import java.time.Instant;

/**
 * A release as it is kept, not loaded.
 *
 * @param id what answers name
 * @param hash of its files
 * @param activatedAt since when it is in force; for a release that is not, when it was stored
 */
public record StoredRelease(String id, String hash, Instant activatedAt) {}
