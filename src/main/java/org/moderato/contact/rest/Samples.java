package org.moderato.contact.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.moderato.contact.ContactService;
import org.moderato.contact.CustomerService;
import org.moderato.contact.EventService;
import org.moderato.contact.SamplesConfig;
import org.moderato.http.JsonBodies;

/**
 * Plants sample customers and their histories, so that a newcomer's first question has a story
 * behind it. The files in {@code samples} hold requests as any system sends them; only their times
 * are relative to now.
 */
@ApplicationScoped
class Samples {

  private final SamplesConfig config;
  private final CustomerService customers;
  private final ContactService contacts;
  private final EventService events;
  private final JsonBodies json;
  private final Clock clock;

  Samples(
      SamplesConfig config,
      CustomerService customers,
      ContactService contacts,
      EventService events,
      JsonBodies json,
      Clock clock) {
    this.config = config;
    this.customers = customers;
    this.contacts = contacts;
    this.events = events;
    this.json = json;
    this.clock = clock;
  }

  void plant(@Observes StartupEvent event) {
    if (!config.enabled()) {
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (ObjectNode customer : read("customers", now)) {
      String id = customer.remove("customerId").textValue();
      customers.put(id, body(customer, CustomerBody.class).data());
    }
    for (ObjectNode link : read("links", now)) {
      customers.link(link.get("customerId").textValue(), link.get("other").textValue());
    }
    contacts.recordAll(all("contacts", now, node -> body(node, ContactBody.class).report()));
    events.recordAll(
        all("events", now, node -> body(node, EventBody.class).event(fingerprint(node))));
    Log.info("sample customers planted");
  }

  /** The same after each restart, although the times are not. */
  private static byte[] fingerprint(ObjectNode event) {
    return event.get("eventId").textValue().getBytes(StandardCharsets.UTF_8);
  }

  private <T> T body(ObjectNode node, Class<T> type) {
    return json.read(json.write(node), type);
  }

  private static <T> List<T> all(String name, Instant now, Function<ObjectNode, T> read) {
    return read(name, now).stream().map(read).toList();
  }

  private static List<ObjectNode> read(String name, Instant now) {
    String path = "/samples/" + name + ".ndjson";
    try (InputStream lines = Objects.requireNonNull(Samples.class.getResourceAsStream(path))) {
      List<ObjectNode> nodes = new ArrayList<>();
      new ObjectMapper()
          .readerFor(ObjectNode.class)
          .<ObjectNode>readValues(lines)
          .forEachRemaining(nodes::add);
      nodes.forEach(node -> makeAbsolute(node, now));
      return nodes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /** {@code -P1D} becomes the instant a day ago. */
  private static void makeAbsolute(ObjectNode node, Instant now) {
    if (node.has("at")) {
      Duration distance = Duration.parse(node.get("at").textValue());
      node.put("at", now.plus(distance).toString());
    }
  }
}
