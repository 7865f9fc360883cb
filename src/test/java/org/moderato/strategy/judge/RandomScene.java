package org.moderato.strategy.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Situation;

/** Makes random scenes: zones whose clocks change, instants near that, and rows of all kinds. */
final class RandomScene {

  /** What a contact of a channel weighs; in-app nothing. */
  static final Map<String, Double> WEIGHTS =
      Map.of("email", 1.0, "sms", 0.7, "push", 0.1, "phone", 2.3);

  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "America/New_York",
          "Australia/Lord_Howe",
          "Asia/Kathmandu",
          "Pacific/Apia",
          "America/Santiago",
          "Africa/Casablanca",
          "America/St_Johns",
          "UTC");
  private static final List<String> CHANNELS = List.of("email", "sms", "push", "phone");
  private static final List<String> CATEGORIES = List.of("promotion", "bill", "service");
  private static final List<String> TOPICS = List.of("loans", "cards");
  private static final List<String> SITUATIONS = List.of("complaint", "outage");
  private static final List<Duration> LENGTHS =
      List.of(
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofHours(36),
          Duration.ofDays(3),
          Duration.ofDays(7));
  private static final List<String> PERIODS =
      List.of(
          "calendar hour",
          "calendar day",
          "calendar day",
          "calendar week",
          "calendar week from Sunday",
          "calendar month",
          "3 calendar days");
  private static final long FIRST = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
  private static final long SECONDS = Duration.ofDays(7 * 365).toSeconds();

  private final Random random;

  RandomScene(long seed) {
    random = new Random(seed);
  }

  Scene next() {
    ZoneId zone = ZoneId.of(one(ZONES));
    ZoneId strategyZone = random.nextBoolean() ? zone : ZoneId.of(one(ZONES));
    Instant askedAt = instant(zone);
    List<Policy> policies = new ArrayList<>();
    int rows = 1 + random.nextInt(5);
    for (int i = 0; i < rows; i++) {
      policies.add(policy("p" + i, askedAt));
    }
    List<Scene.Exempt> exemptions = new ArrayList<>();
    while (random.nextInt(3) == 0) {
      exemptions.add(exemption("e" + exemptions.size(), askedAt));
    }
    return new Scene(
        askedAt,
        zone,
        strategyZone,
        labels(),
        contacts(askedAt),
        contacts(askedAt),
        situations(askedAt),
        policies,
        exemptions);
  }

  private <T> T one(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }

  /** Most lie near a change of the clock, if there is one. */
  private Instant instant(ZoneId zone) {
    Instant any =
        Instant.ofEpochSecond(FIRST + random.nextLong(SECONDS))
            .plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
    ZoneOffsetTransition change = zone.getRules().nextTransition(any);
    if (change == null || random.nextInt(4) == 0) {
      return any;
    }
    Instant near = change.getInstant().plusSeconds(random.nextInt(259_200) - 172_800);
    return random.nextBoolean() ? near : near.truncatedTo(ChronoUnit.HOURS);
  }

  private Labels labels() {
    return new Labels(
        one(CHANNELS),
        one(CATEGORIES),
        "marketing",
        null,
        random.nextInt(4) == 0 ? null : one(TOPICS),
        null,
        null,
        null,
        null,
        Attributes.NONE);
  }

  private List<Contact> contacts(Instant askedAt) {
    List<Contact> contacts = new ArrayList<>();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      contacts.add(contact(i, near(askedAt, 10, 5)));
    }
    return Scene.sorted(contacts);
  }

  /** Somewhere around, on a grid of its own, so that many things meet at one instant. */
  private Instant near(Instant askedAt, int daysBefore, int daysAfter) {
    long hours = random.nextInt(24 * (daysBefore + daysAfter)) - 24L * daysBefore;
    Instant at = askedAt.plus(Duration.ofHours(hours));
    return switch (random.nextInt(4)) {
      case 0 -> at;
      case 1 -> at.truncatedTo(ChronoUnit.HOURS);
      case 2 -> at.plus(random.nextInt(3) - 1, ChronoUnit.MICROS);
      default -> at.plus(random.nextLong(3_600_000_000L), ChronoUnit.MICROS);
    };
  }

  private Contact contact(int number, Instant at) {
    ContactStatus status =
        one(
            List.of(
                ContactStatus.SENT,
                ContactStatus.SENT,
                ContactStatus.SENT,
                ContactStatus.RESERVED,
                ContactStatus.PLANNED,
                ContactStatus.RELEASED));
    return new Contact(
        new UUID(0, number),
        "sales",
        "c" + number,
        at,
        null,
        status,
        random.nextInt(4) == 0 ? one(List.of("aborted", "bounced", "delivered")) : null,
        status == ContactStatus.RESERVED ? at.plusSeconds(60L * random.nextInt(2_880)) : null,
        labels());
  }

  private List<Situation> situations(Instant askedAt) {
    List<Situation> situations = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      Instant starts = near(askedAt, 4, 4);
      Instant ends = starts.plus(Duration.ofMinutes(1 + random.nextInt(4 * 1_440)));
      situations.add(new Situation(one(SITUATIONS), starts, random.nextInt(12) == 0 ? null : ends));
    }
    return situations;
  }

  private Scene.Force force(Instant askedAt) {
    LocalDate today = askedAt.atZone(ZoneId.of("UTC")).toLocalDate();
    LocalDate from = random.nextInt(3) > 0 ? null : today.plusDays(random.nextInt(9) - 3L);
    LocalDate to =
        random.nextInt(3) > 0 ? null : (from == null ? today : from).plusDays(random.nextInt(6));
    return new Scene.Force(from, to);
  }

  private Scene.Exempt exemption(String id, Instant askedAt) {
    return new Scene.Exempt(
        id,
        force(askedAt),
        random.nextBoolean() ? null : one(CATEGORIES),
        List.of(one(List.of("frequency cap", "spacing", "quiet hours", "send window"))),
        random.nextBoolean(),
        random.nextInt(5) == 0);
  }

  private Policy policy(String id, Instant askedAt) {
    String category = random.nextInt(3) == 0 ? one(CATEGORIES) : null;
    List<String> overrides =
        switch (random.nextInt(8)) {
          case 0 -> List.of("general");
          case 1 -> List.of("p" + random.nextInt(4));
          default -> List.of();
        };
    return switch (random.nextInt(9)) {
      case 0, 1 ->
          row("FrequencyCap", "frequency cap", id, category, overrides, askedAt, rolling());
      case 2, 3 -> row("FrequencyCap", "frequency cap", id, category, overrides, askedAt, period());
      case 4 ->
          row(
              "Spacing",
              "spacing",
              id,
              category,
              overrides,
              askedAt,
              new Policy.Spacing(one(LENGTHS), random.nextBoolean(), counts()));
      case 5, 6 ->
          row(
              "QuietHours",
              "quiet hours",
              id,
              category,
              overrides,
              askedAt,
              new Policy.Quiet(hours()));
      case 7 ->
          row(
              "SendWindow",
              "send window",
              id,
              category,
              overrides,
              askedAt,
              new Policy.Open(hours()));
      default ->
          row(
              "Suppression",
              "suppression",
              id,
              category,
              overrides,
              askedAt,
              new Policy.InSituation(random.nextBoolean() ? SITUATIONS : List.of(one(SITUATIONS))));
    };
  }

  private Policy row(
      String type,
      String kind,
      String id,
      String category,
      List<String> overrides,
      Instant askedAt,
      Policy.Meaning meaning) {
    return new Policy(
        type,
        kind,
        id,
        category,
        force(askedAt),
        random.nextInt(10) == 0,
        random.nextInt(10) == 0,
        overrides.contains(id) ? List.of() : overrides,
        meaning);
  }

  private Policy.Meaning rolling() {
    return new Policy.Rolling(one(LENGTHS), random.nextInt(4) == 0, atMost(), weights(), counts());
  }

  private Policy.Meaning period() {
    return new Policy.Calendar(
        one(PERIODS),
        random.nextInt(5) == 0 ? ZoneId.of("UTC") : null,
        atMost(),
        weights(),
        counts());
  }

  private int atMost() {
    return random.nextInt(30) == 0 ? 0 : 1 + random.nextInt(3);
  }

  private Map<String, Double> weights() {
    return random.nextInt(3) == 0 ? WEIGHTS : null;
  }

  private Policy.Counts counts() {
    Set<String> outcomes =
        switch (random.nextInt(6)) {
          case 0 -> Set.of("planned");
          case 1 -> Set.of("sent", "planned");
          case 2 -> Set.of("bounced");
          default -> Set.of();
        };
    return new Policy.Counts(random.nextInt(4) == 0, outcomes, random.nextInt(5) == 0);
  }

  private Policy.Hours hours() {
    int from = random.nextInt(96) * 15;
    int length = 15 * (1 + random.nextInt(60));
    return new Policy.Hours(
        one(List.of("Mon-Sun", "Mon-Sun", "Mon-Fri", "Sat, Sun")), from, (from + length) % 1440);
  }
}
