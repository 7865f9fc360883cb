package org.moderato.contact;

import java.time.ZoneId;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Consent;

/**
 * What an organisation says of a customer; replaces what it said before.
 *
 * @param country two letters, ISO 3166
 * @param region a part of the country, for its holidays
 * @param zone the customer's own time zone
 * @param language such as {@code de}
 * @param stage where they stand in their life cycle
 * @param segments the groups that they belong to
 * @param account the company that they belong to
 * @param household the people that they live with
 * @param attributes further attributes by name
 * @param consents what they said about being contacted
 */
public record CustomerData(
    @Nullable String country,
    @Nullable String region,
    @Nullable ZoneId zone,
    @Nullable String language,
    @Nullable String stage,
    SortedSet<String> segments,
    @Nullable String account,
    @Nullable String household,
    Attributes attributes,
    List<Consent> consents) {}
