package org.moderato.scenario.file;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.scenario.ScenarioCustomer;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;

/** Reads whom a scenario is about. */
final class CustomerPart {

  private static final KnownFields BUILT_IN =
      KnownFields.of(
          "id",
          "links",
          "country",
          "region",
          "zone",
          "language",
          "stage",
          "segments",
          "account",
          "household",
          "attributes",
          "consent",
          "situations",
          "responses");

  private static final KnownFields CONSENT =
      KnownFields.of("channel", "category", "brand", "status", "from", "until");

  private static final KnownFields SITUATION = KnownFields.of("name", "since", "until");

  private final ScenarioWords words;
  private final VocabularyCheck vocabularies;
  private final Faults faults;

  CustomerPart(ScenarioWords words, VocabularyCheck vocabularies, Faults faults) {
    this.words = words;
    this.vocabularies = vocabularies;
    this.faults = faults;
  }

  FieldReader open(Tree.Fields fields) {
    FieldReader reader = new FieldReader(fields, words.withAttributes(BUILT_IN), faults);
    vocabularies.check(reader);
    return reader;
  }

  /** Only who it is and where they live: enough to know their clock. */
  Customer placeOf(FieldReader reader) {
    return customer(reader, zone(reader), List.of(), List.of(), List.of());
  }

  static @Nullable ZoneId zone(FieldReader reader) {
    return reader.parsed("zone", CustomerPart::zone);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is no time zone; write one such as Europe/Berlin", e);
    }
  }

  ScenarioCustomer read(FieldReader reader, List<Response> responses, Times times) {
    String id = reader.text("id");
    List<Consent> consents =
        reader.parts("consent").stream().map(part -> consent(part, times)).toList();
    Customer facts = customer(reader, zone(reader), consents, situations(reader, times), responses);
    return new ScenarioCustomer(
        id == null ? "customer" : id, new HashSet<>(reader.texts("links")), times.zone(), facts);
  }

  private Customer customer(
      FieldReader reader,
      @Nullable ZoneId zone,
      List<Consent> consents,
      List<Situation> situations,
      List<Response> responses) {
    return new Customer(
        reader.text("country"),
        reader.text("region"),
        zone,
        reader.text("language"),
        reader.text("stage"),
        new HashSet<>(reader.texts("segments")),
        reader.text("account"),
        reader.text("household"),
        LabelsReader.attributes(reader, words.ofCustomers()),
        consents,
        situations,
        responses);
  }

  private Consent consent(Tree.Fields part, Times times) {
    FieldReader reader = new FieldReader(part, CONSENT, faults);
    vocabularies.check(reader);
    String status = reader.text("status");
    if (status == null || !status.matches("opt-in|opt-out")) {
      reader.wrong("status", "must be opt-in or opt-out");
    }
    Instant from = reader.parsed("from", times::parse);
    return new Consent(
        reader.text("channel"),
        reader.text("category"),
        reader.text("brand"),
        "opt-in".equals(status),
        from == null ? Instant.EPOCH : from,
        reader.parsed("until", times::parse));
  }

  /** {@code [complaint]}, or {@code [{name: complaint, since: -2 days, until: +1 day}]}. */
  List<Situation> situations(FieldReader reader, Times times) {
    List<Situation> situations = new ArrayList<>();
    if (!(reader.get("situations") instanceof Tree.Items items)) {
      vocabularies.check("situation", reader.get("situations"));
      reader.texts("situations").forEach(name -> situations.add(open(name, times.now())));
      return situations;
    }
    for (Tree item : items.items()) {
      if (item instanceof Tree.Leaf leaf) {
        vocabularies.check("situation", leaf);
        situations.add(open(leaf.text(), times.now()));
      } else if (item instanceof Tree.Fields part) {
        situation(part, times).ifPresent(situations::add);
      }
    }
    return situations;
  }

  private static Situation open(String name, Instant now) {
    return new Situation(name, now.minus(Duration.ofDays(1)), null);
  }

  private Optional<Situation> situation(Tree.Fields part, Times times) {
    FieldReader reader = new FieldReader(part, SITUATION, faults);
    vocabularies.check("situation", reader.get("name"));
    String name = reader.text("name");
    if (name == null) {
      reader.wrong("name", "must say which situation");
      return Optional.empty();
    }
    Instant since = reader.parsed("since", times::parse);
    Instant until = reader.parsed("until", times::parse);
    Instant start = Objects.requireNonNullElse(since, times.now().minus(Duration.ofDays(1)));
    if (until != null && until.isBefore(start)) {
      start = until;
    }
    return Optional.of(new Situation(name, start, until));
  }
}
