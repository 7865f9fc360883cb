package org.moderato.strategy.fact;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;

/**
 * The person who would be contacted, with everything linked to them. Their own id is not here: a
 * rule never needs it.
 *
 * @param country two letters, ISO 3166
 * @param region a part of the country, for its holidays
 * @param zone the customer's own time zone; null: the country's or the strategy's is taken
 * @param language such as {@code de}
 * @param stage where they stand in their life cycle
 * @param segments the groups that they belong to
 * @param account the company that they belong to
 * @param household the people that they live with
 * @param attributes further attributes by name
 * @param consents what they said about being contacted
 * @param situations states with a start and perhaps an end
 * @param responses what they did, oldest first
 */
public record Customer(
    @Nullable String country,
    @Nullable String region,
    @Nullable ZoneId zone,
    @Nullable String language,
    @Nullable String stage,
    Set<String> segments,
    @Nullable String account,
    @Nullable String household,
    Attributes attributes,
    List<Consent> consents,
    List<Situation> situations,
    List<Response> responses) {

  /** A customer of whom nothing is known. */
  public static final Customer UNKNOWN =
      new Customer(
          null,
          null,
          null,
          null,
          null,
          Set.of(),
          null,
          null,
          Attributes.NONE,
          List.of(),
          List.of(),
          List.of());

  public Customer {
    segments = Set.copyOf(segments);
    consents = List.copyOf(consents);
    situations = List.copyOf(situations);
    responses = List.copyOf(responses);
  }

  /** The same customer; where nothing is known, the strategy's country and language. */
  public Customer orElse(@Nullable String usualCountry, String usualLanguage) {
    return new Customer(
        country == null ? usualCountry : country,
        region,
        zone,
        language == null ? usualLanguage : language,
        stage,
        segments,
        account,
        household,
        attributes,
        consents,
        situations,
        responses);
  }

  /**
   * The value of an attribute.
   *
   * @param key its name in the form of {@link Names#key}
   * @return text, number, boolean or a collection of texts; null if there is none
   */
  public @Nullable Object value(String key) {
    return switch (key) {
      case "country" -> country;
      case "region" -> region;
      case "language" -> language;
      case "stage" -> stage;
      case "segment" -> segments;
      case "account" -> account;
      case "household" -> household;
      default -> attributes.value(key);
    };
  }

  /** An attribute by its name, as it came; null if there is none. */
  public @Nullable Object attribute(String name) {
    return value(Names.key(name));
  }

  /** The situations with one of these names that hold at the given instant. */
  public List<Situation> situations(List<String> names, Instant at) {
    Set<String> wanted = names.stream().map(Names::word).collect(Collectors.toSet());
    return situations.stream()
        .filter(s -> wanted.contains(Names.word(s.name())) && s.holdsAt(at))
        .toList();
  }

  /**
   * The first instant from the given one on at which none of these situations holds.
   *
   * @return null: nobody knows
   */
  public @Nullable Instant outOf(List<String> names, Instant at) {
    Instant end = at;
    for (List<Situation> holding = situations(names, at);
        !holding.isEmpty();
        holding = situations(names, end)) {
      for (Situation situation : holding) {
        if (situation.endsAt() == null) {
          return null;
        }
        end = situation.endsAt().isAfter(end) ? situation.endsAt() : end;
      }
    }
    return end;
  }

  /**
   * The customer's last word about such a message: of all entries that cover it the latest, and of
   * two of the same instant the opt-out.
   */
  public Optional<Consent> consentFor(Message message, Instant at) {
    return consents.stream()
        .filter(c -> c.covers(message, at))
        .max(Comparator.comparing(Consent::from).thenComparing(c -> !c.optedIn()));
  }

  /** Whether the customer's last word about such a message was an opt-out. */
  public boolean hasOptedOut(Message message, Instant at) {
    return consentFor(message, at).filter(consent -> !consent.optedIn()).isPresent();
  }

  /** Whether the customer's last word about such a message was an opt-in. */
  public boolean hasOptedIn(Message message, Instant at) {
    return consentFor(message, at).filter(Consent::optedIn).isPresent();
  }

  /**
   * The first instant from the given one on at which the last word is no opt-out.
   *
   * @return null: there is none
   */
  public @Nullable Instant optedOutUntil(Message message, Instant at) {
    return firstWord(at, instant -> !hasOptedOut(message, instant));
  }

  /**
   * The first instant from the given one on at which the last word is an opt-in.
   *
   * @return null: there is none
   */
  public @Nullable Instant optedInFrom(Message message, Instant at) {
    return firstWord(at, instant -> hasOptedIn(message, instant));
  }

  private @Nullable Instant firstWord(Instant at, Predicate<Instant> wanted) {
    Stream<Instant> changes =
        consents.stream()
            .flatMap(c -> Stream.concat(Stream.of(c.from()), Stream.ofNullable(c.until())));
    return Stream.concat(Stream.of(at), changes.filter(at::isBefore).sorted())
        .filter(wanted)
        .findFirst()
        .orElse(null);
  }
}
