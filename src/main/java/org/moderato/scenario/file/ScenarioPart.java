package org.moderato.scenario.file;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderato.scenario.Scenario;
import org.moderato.scenario.ScenarioCustomer;
import org.moderato.scenario.Step;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.table.Source;

/** Reads one scenario: its first moment, and those that follow. */
final class ScenarioPart {

  private static final KnownFields THEN =
      KnownFields.of("after", "at", "history", "responses", "situations", "message", "expect");

  /** The field that names words which no vocabulary need know. */
  static final String UNKNOWN = "unknown words";

  private final Strategy strategy;
  private final String file;
  private final Faults faults;
  private final VocabularyCheck vocabularies;
  private final CustomerPart customers;
  private final ResponsesPart responses;
  private final HistoryPart histories;
  private final MessagePart messages;
  private final ExpectPart expectations;

  ScenarioPart(ScenarioWords words, String file, Faults faults) {
    this.strategy = words.strategy();
    this.file = file;
    this.faults = faults;
    this.vocabularies = new VocabularyCheck(strategy);
    this.customers = new CustomerPart(words, vocabularies, faults);
    this.responses = new ResponsesPart(words, vocabularies, faults);
    this.histories = new HistoryPart(words, vocabularies, faults);
    this.messages = new MessagePart(words, vocabularies, faults);
    this.expectations = new ExpectPart(words, faults);
  }

  /** Empty, and a fault, if something essential is missing. */
  Optional<Scenario> read(FieldReader reader) {
    int before = faults.count();
    Optional<Scenario> scenario = readInquiry(reader);
    if (faults.count() == before) {
      scenario.ifPresent(read -> checkSense(reader, read.steps()));
    }
    return scenario;
  }

  /** The same, and it need not expect anything. */
  Optional<Scenario> readInquiry(FieldReader reader) {
    String name = reader.has("name") ? reader.text("name") : reader.text("scenario");
    if (name == null) {
      reader.wrong("name", "a scenario needs a name that says what it shows");
      return Optional.empty();
    }
    if (!reader.has("message")) {
      reader.wrong("message", "a scenario needs a message that is judged");
      return Optional.empty();
    }
    FieldReader customer = customers.open(reader.part("customer"));
    ZoneId zone = zone(reader, customers.placeOf(customer));
    Instant now = reader.parsed("now", text -> Times.absolute(text, zone));
    if (now == null) {
      if (!reader.has("now")) {
        reader.wrong("now", "a scenario needs a time at which the message is judged");
      }
      return Optional.empty();
    }
    Times times = new Times(zone, now);
    ScenarioCustomer whom = customers.read(customer, responses.read(customer, times), times);
    Source source = new Source(file, null, reader.line());
    List<Step> steps = steps(reader, whom, zone, now);
    return Optional.of(new Scenario(name, source, reader.text("todo"), whom, steps));
  }

  /** The scenario's own clock; else the customer's as the strategy knows it. */
  private ZoneId zone(FieldReader reader, Customer customer) {
    @Nullable ZoneId said = CustomerPart.zone(reader);
    return said == null ? strategy.zoneOf(Labels.NONE, customer, Instant.EPOCH) : said;
  }

  private List<Step> steps(
      FieldReader reader, ScenarioCustomer customer, ZoneId zone, Instant start) {
    List<Step> steps = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    Tree.Fields message = reader.part("message");
    step(reader, message, customer, new Times(zone, start), start, 1).ifPresent(steps::add);
    checkAnswers(steps, ids);
    Instant now = start;
    int number = 1;
    for (Tree.Fields part : reader.parts("then")) {
      FieldReader then = new FieldReader(part, THEN, faults);
      now = later(then, zone, now);
      number++;
      message = then.part("message").over(withoutId(message));
      step(then, message, customer, new Times(zone, now), now, number).ifPresent(steps::add);
      checkAnswers(steps, ids);
    }
    return steps;
  }

  /** The message of a moment can only be answered in a later one. */
  private void checkAnswers(List<Step> steps, Set<String> ids) {
    if (steps.isEmpty()) {
      return;
    }
    Step step = steps.get(steps.size() - 1);
    step.happened().forEach(past -> ids.add(past.contact().messageId()));
    responses.check(ids);
    ids.add(step.message().messageId());
  }

  /** Each moment asks about a message of its own, unless it names it. */
  private static Tree.Fields withoutId(Tree.Fields message) {
    Map<String, Tree> values = new LinkedHashMap<>(message.values());
    values.remove("id");
    return message.only(values);
  }

  private Instant later(FieldReader then, ZoneId zone, Instant before) {
    Instant at = then.parsed("at", text -> new Times(zone, before).parse(text));
    Instant after = then.parsed("after", text -> Times.span(text).after(before, zone));
    if (then.has("at") == then.has("after")) {
      then.wrong("after", "say when: either after (2 hours) or at (a time)");
      return before;
    }
    Instant now = at == null ? after : at;
    if (now == null) {
      return before;
    }
    if (now.isBefore(before)) {
      then.wrong("at", "lies before the moment that stands above it");
    }
    return now;
  }

  private Optional<Step> step(
      FieldReader then,
      Tree.Fields message,
      ScenarioCustomer customer,
      Times times,
      Instant now,
      int number) {
    return messages
        .read(message, "message-" + number, times)
        .map(
            read ->
                new Step(
                    then.line(),
                    now,
                    histories.read(then, customer, times),
                    responses.read(then, times),
                    customers.situations(then, times),
                    read,
                    expectations.read(then.part("expect"), times)));
  }

  private void checkSense(FieldReader reader, List<Step> steps) {
    vocabularies.warn(reader.texts(UNKNOWN), faults);
    if (!steps.isEmpty() && steps.stream().allMatch(step -> step.expectation().isEmpty())) {
      reader.wrong("expect", "a scenario that expects nothing cannot fail");
    }
  }
}
