package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.moderato.packaged.KeptConnections.Answer;

/** Some random steps with the messages to one customer, each compared with what it should give. */
final class SlotSequence {

  private static final int STEPS = 30;
  private static final int MESSAGES = 4;

  /** So short that it is over soon, and what is waited until it is. */
  private static final String SHORT = "PT0.02S";

  private static final String LONG = "PT10M";
  private static final long LAPSE_MILLIS = 25;

  private static final List<String> OUTCOMES = List.of("", "delivered", "aborted", "rejected");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Targets targets;
  private final KeptConnections connections;
  private final String customer;
  private final Random random;
  private final SlotModel model = new SlotModel();
  private final List<String> steps = new ArrayList<>();

  /**
   * @param customer of whom nothing is known yet; begins the ids of the messages
   */
  SlotSequence(Targets targets, KeptConnections connections, String customer, long seed) {
    this.targets = targets;
    this.connections = connections;
    this.customer = customer;
    this.random = new Random(seed);
  }

  /** Fails on the first difference, with all steps that led there. */
  void run() throws Exception {
    int count = 1 + random.nextInt(STEPS);
    for (int i = 0; i < count; i++) {
      step(random.nextInt(MESSAGES));
      compareSlots();
    }
    boolean free = model.isFreeFor("fresh");
    JsonNode fresh = ask("?dryRun=true", "fresh", null);
    check("outcome of another", fresh.path("outcome").asText(), free ? "SEND" : "DEFER");
  }

  private void step(int number) throws Exception {
    String message = customer + "-m" + number;
    switch (random.nextInt(6)) {
      case 0, 1 -> ask(message, reserveFor(number));
      case 2 -> askOtherwise(message);
      case 3 -> confirm(message);
      case 4 -> {
        steps.add("release " + message);
        int status = send("POST", "/v1/contacts/" + message + "/release", "").status();
        check("status", status, model.release(message));
      }
      default -> report(message, OUTCOMES.get(random.nextInt(OUTCOMES.size())));
    }
  }

  /** The same for every request about a message: its body is always the same. */
  private static @Nullable String reserveFor(int number) {
    return switch (number) {
      case 0 -> null;
      case 1 -> SHORT;
      default -> LONG;
    };
  }

  private void ask(String message, @Nullable String reserveFor) throws Exception {
    steps.add("ask " + message + " " + reserveFor);
    String expected = model.ask(message, reserveFor != null);
    JsonNode answer = ask("", message, reserveFor);
    check(
        "verdict",
        answer.path("outcome").asText() + " " + answer.path("replayed").asText(),
        expected);
    if (SHORT.equals(reserveFor)) {
      model.lapse(message);
      Thread.sleep(LAPSE_MILLIS);
    }
  }

  private JsonNode ask(String query, String message, @Nullable String reserveFor)
      throws IOException {
    String more = reserveFor == null ? "" : ", \"reserveFor\": \"" + reserveFor + "\"";
    Answer answer = send("POST", "/v1/evaluations" + query, body(message, more));
    check("status", answer.status(), 200);
    return JSON.readTree(answer.body());
  }

  private void askOtherwise(String message) throws IOException {
    if (model.isJudged(message)) {
      steps.add("ask otherwise " + message);
      String other = body(message, ", \"reserveFor\": \"PT1H\"");
      check("status", send("POST", "/v1/evaluations", other).status(), 422);
    }
  }

  private void confirm(String message) throws IOException {
    boolean saysWhen = random.nextBoolean();
    steps.add("confirm " + message + (saysWhen ? " with sentAt" : ""));
    String body =
        saysWhen ? "{\"sentAt\": \"" + Instant.now().truncatedTo(ChronoUnit.MICROS) + "\"}" : "";
    int status = send("POST", "/v1/contacts/" + message + "/confirm", body).status();
    check("status", status, model.confirm(message, saysWhen));
  }

  private void report(String message, String outcome) throws IOException {
    steps.add("report " + message + " " + outcome);
    String more = outcome.isEmpty() ? "" : ", \"outcome\": \"" + outcome + "\"";
    int status = send("POST", "/v1/contacts", body(message, more)).status();
    check("status", status, model.report(message, outcome.isEmpty() ? null : outcome));
  }

  private void compareSlots() throws IOException {
    if (steps.isEmpty()) {
      return;
    }
    Answer answer = send("GET", "/v1/customers/" + customer + "/contacts", "");
    List<String> shown = new ArrayList<>();
    for (JsonNode contact : JSON.readTree(answer.body()).path("items")) {
      String outcome = contact.path("outcome").isTextual() ? contact.get("outcome").asText() : null;
      shown.add(
          contact.path("messageId").asText()
              + " "
              + contact.path("status").asText()
              + " "
              + outcome);
    }
    assertThat(shown)
        .as("slots after %s", steps)
        .containsExactlyInAnyOrderElementsOf(model.slots());
  }

  private String body(String message, String more) {
    return """
        {"messageId": "%s", "customerId": "%s", "channel": "email", "category": "%s", \
        "department": "marketing"%s}"""
        .formatted(message, customer, Caps.OFFER, more);
  }

  private Answer send(String method, String path, String body) throws IOException {
    return connections.send(targets.next(), method, path, body);
  }

  private void check(String what, Object actual, Object expected) {
    assertThat(actual).as("%s after %s", what, steps).isEqualTo(expected);
  }
}
