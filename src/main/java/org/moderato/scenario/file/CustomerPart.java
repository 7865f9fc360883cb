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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.scenario.ScenarioCustomer;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.table.Attribute;

/** Reads whom a scenario is about. */
final class CustomerPart {

  private static final List<String> BUILT_IN =
      List.of(
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

  private final List<Attribute> declared;
  private final LabelsReader labels;
  private final Faults faults;

  CustomerPart(Strategy strategy, Faults faults) {
    this.declared =
        strategy.attributes().values().stream()
            .filter(attribute -> attribute.owner() == Attribute.Owner.CUSTOMER)
            .filter(attribute -> !Attribute.BUILT_IN.containsKey(attribute.key()))
            .toList();
    this.labels = new LabelsReader(strategy.attributes());
    this.faults = faults;
  }

  FieldReader open(Tree.Fields fields) {
    Stream<String> known = Stream.concat(BUILT_IN.stream(), declared.stream().map(Attribute::name));
    return new FieldReader(fields, known.toList(), faults);
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

  ScenarioCustomer read(FieldReader reader, Times times, Instant now) {
    String id = reader.text("id");
    List<Consent> consents =
        reader.parts("consent").stream().map(part -> consent(part, times)).toList();
    Customer facts =
        customer(
            reader,
            zone(reader),
            consents,
            situations(reader, times, now),
            responses(reader, times));
    return new ScenarioCustomer(
        id == null ? "customer" : id, new HashSet<>(reader.texts("links")), facts);
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
        LabelsReader.attributes(reader, declared),
        consents,
        situations,
        responses);
  }

  private Consent consent(Tree.Fields part, Times times) {
    FieldReader reader =
        new FieldReader(
            part, List.of("channel", "category", "brand", "status", "from", "until"), faults);
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
  List<Situation> situations(FieldReader reader, Times times, Instant now) {
    List<Situation> situations = new ArrayList<>();
    if (!(reader.get("situations") instanceof Tree.Items items)) {
      reader.texts("situations").forEach(name -> situations.add(open(name, now)));
      return situations;
    }
    for (Tree item : items.items()) {
      if (item instanceof Tree.Leaf leaf) {
        situations.add(open(leaf.text(), now));
      } else if (item instanceof Tree.Fields part) {
        situation(part, times, now).ifPresent(situations::add);
      }
    }
    return situations;
  }

  private static Situation open(String name, Instant now) {
    return new Situation(name, now.minus(Duration.ofDays(1)), null);
  }

  private Optional<Situation> situation(Tree.Fields part, Times times, Instant now) {
    FieldReader reader = new FieldReader(part, List.of("name", "since", "until"), faults);
    String name = reader.text("name");
    if (name == null) {
      reader.wrong("name", "must say which situation");
      return Optional.empty();
    }
    Instant since = reader.parsed("since", times::parse);
    Instant until = reader.parsed("until", times::parse);
    Instant start = Objects.requireNonNullElse(since, now.minus(Duration.ofDays(1)));
    if (until != null && until.isBefore(start)) {
      start = until;
    }
    return Optional.of(new Situation(name, start, until));
  }

  List<Response> responses(FieldReader reader, Times times) {
    return reader.parts("responses").stream().map(part -> response(part, times)).toList();
  }

  private Response response(Tree.Fields part, Times times) {
    Stream<String> known =
        Stream.concat(Stream.of("at", "response", "intent", "to"), labels.known());
    FieldReader reader = new FieldReader(part, known.toList(), faults);
    String name = reader.text("response");
    if (name == null) {
      reader.wrong("response", "must say what the customer did, such as reply");
    }
    Instant at = reader.parsed("at", times::parse);
    if (at == null) {
      reader.wrong("at", "must say when");
    }
    Labels theirs = labels.read(reader);
    return new Response(
        name == null ? "" : name,
        reader.text("intent"),
        at == null ? Instant.EPOCH : at,
        reader.text("to"),
        theirs);
  }
}
