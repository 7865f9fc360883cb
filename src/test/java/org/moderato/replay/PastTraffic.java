package org.moderato.replay;

import static org.hamcrest.Matchers.lessThan;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.moderato.Api;

/** What senders do, by chance but the same each time: everything that a verdict may depend on. */
final class PastTraffic {

  private static final int CUSTOMERS = 12;

  private final String run = Api.newId();
  private final Random random;
  private final Map<String, String> asked = new LinkedHashMap<>();
  private final List<Plan> plans = new ArrayList<>();
  private final List<String> evaluations = new ArrayList<>();
  private int messages;

  PastTraffic(int seed) {
    random = new Random(seed);
  }

  /** A contact that is reported by somebody who did not ask. */
  private record Plan(String id, String customer, String category) {}

  /** The decisions that were logged. */
  List<String> evaluations() {
    return evaluations;
  }

  void run(int operations) {
    for (int i = 0; i < CUSTOMERS; i++) {
      describe(i);
    }
    for (int i = 0; i < operations; i++) {
      switch (random.nextInt(20)) {
        case 0 -> describe(random.nextInt(CUSTOMERS));
        case 1, 19 -> report();
        case 2 -> respond();
        case 3 -> situation();
        case 4 -> link();
        case 5, 6 -> resolve();
        case 7 -> batch();
        case 8 -> retry();
        case 9, 10 -> note(Api.post("/v1/evaluations", message("'reserveFor': 'PT15M'")));
        case 11 -> note(Api.post("/v1/evaluations", message("'reserveFor': 'PT0.05S'")));
        default -> note(Api.post("/v1/evaluations", message(at())));
      }
    }
  }

  private void note(ValidatableResponse response) {
    note(response.statusCode(200).extract().jsonPath());
  }

  private void note(JsonPath answer) {
    if (answer.getBoolean("replayed")) {
      return;
    }
    evaluations.add(answer.getString("evaluationId"));
  }

  private String oneOf(String... words) {
    return words[random.nextInt(words.length)];
  }

  private String customer() {
    return customer(random.nextInt(CUSTOMERS));
  }

  private String customer(int number) {
    return run + "-" + number;
  }

  private String at() {
    return "'at': '%s'".formatted(instant());
  }

  private Instant instant() {
    return Instant.now()
        .minus(Duration.ofMinutes(random.nextInt(20 * 24 * 60)))
        .plus(Duration.ofDays(random.nextInt(4)))
        .truncatedTo(ChronoUnit.MILLIS);
  }

  private String message(String more) {
    return message(run + "." + messages++, more);
  }

  private String message(String id, String more) {
    String body = Api.message(id, customer(), category(), labels() + ", " + more);
    asked.put(id, body);
    return body;
  }

  private String category() {
    return oneOf("promotion", "news", "bill", "survey", "outreach", "legal", "promotion");
  }

  private String labels() {
    StringBuilder labels = new StringBuilder();
    labels.append("'channel': '%s'".formatted(oneOf("email", "email", "sms", "phone", "push")));
    labels.append(", 'department': '%s'".formatted(oneOf("marketing", "Sales", "care")));
    labels.append(", 'topic': '%s'".formatted(oneOf("a", "b")));
    if (random.nextInt(3) == 0) {
      labels.append(
          ", 'sequence': '%s', 'step': %d"
              .formatted(oneOf("trial", "drip"), 1 + random.nextInt(3)));
    }
    if (random.nextInt(3) == 0) {
      labels.append(", 'alternatives': ['%s', 'post']".formatted(oneOf("push", "sms")));
    }
    if (random.nextInt(4) == 0) {
      labels.append(", 'attributes': {'debt': '%s', 'amount': 12.50}".formatted(oneOf("x", "y")));
    }
    if (random.nextInt(6) == 0) {
      labels.append(", 'expiresAt': '%s'".formatted(instant().plus(Duration.ofDays(3))));
    }
    return labels.toString();
  }

  private void describe(int number) {
    String zone = oneOf("Europe/Berlin", "America/New_York", "Asia/Kolkata");
    String consent = "{'channel': '%s', 'status': '%s'}".formatted(oneOf("sms", "email"), opt());
    Api.put(
            customer(number),
            "'zone': '%s', 'account': '%s', 'household': '%s', 'attributes': {'tier': '%s', 'score': 1.50}, 'segments': ['b', 'a'], 'consent': [%s]"
                .formatted(
                    zone,
                    run + oneOf("-a1", "-a2"),
                    run + oneOf("-h1", "-h2"),
                    oneOf("gold", "tin"),
                    random.nextBoolean() ? consent : ""))
        .statusCode(lessThan(300));
  }

  private String opt() {
    return oneOf("opt-in", "opt-in", "opt-out");
  }

  /** Something that took place, or a plan; plans are moved, and carried out at another time. */
  private void report() {
    if (plans.isEmpty() || random.nextInt(3) == 0) {
      plans.add(new Plan(run + "." + messages++, customer(), oneOf("promotion", "survey", "bill")));
    }
    Plan plan = plans.get(random.nextInt(plans.size()));
    String status = random.nextInt(3) > 0 ? "'status': 'planned'" : "'outcome': 'delivered'";
    Instant at = instant();
    String more =
        "'channel': '%s', 'topic': '%s', 'at': '%s', 'endsAt': '%s', %s"
            .formatted(
                oneOf("email", "phone"), oneOf("a", "b"), at, at.plusSeconds(90_000), status);
    Api.report(plan.id(), plan.customer(), plan.category(), more);
  }

  private void respond() {
    String what = oneOf("reply", "click", "unsubscribe", "reply");
    String to =
        asked.isEmpty() || random.nextInt(4) == 0
            ? "'channel': 'email', 'sequence': '%s'".formatted(oneOf("trial", "drip"))
            : "'messageId': '%s'".formatted(known());
    Api.tell(customer(), "'response': '%s', %s".formatted(what, to));
  }

  private String known() {
    List<String> ids = List.copyOf(asked.keySet());
    return ids.get(random.nextInt(ids.size()));
  }

  private void situation() {
    String end =
        random.nextBoolean() ? "" : ", 'endsAt': '%s'".formatted(instant().plusSeconds(500_000));
    String name = random.nextInt(5) == 0 ? "bereavement" : "complaint";
    Api.tell(customer(), "'situation': '%s'%s".formatted(name, end));
  }

  private void link() {
    int one = random.nextInt(CUSTOMERS / 2);
    int other = CUSTOMERS / 2 + one;
    if (random.nextBoolean()) {
      Api.link(customer(one), customer(other));
    } else {
      Api.unlink(customer(one), customer(other));
    }
  }

  /** Whatever comes of it: some hold no slot. */
  private void resolve() {
    if (asked.isEmpty()) {
      return;
    }
    switch (random.nextInt(3)) {
      case 0 -> Api.confirm(known(), "");
      case 1 -> Api.release(known());
      default ->
          Api.post(
              "/v1/contacts",
              asked
                  .get(known())
                  .replaceAll(", \"(at|expiresAt|reserveFor)\": \"[^\"]*\"", "")
                  .replaceAll(", \"alternatives\": \\[[^]]*]", "")
                  .replace("}", ", \"outcome\": \"%s\"}".formatted(oneOf("bounced", "rejected"))));
    }
  }

  /** A slot that was given back or a time that has come is judged afresh. */
  private void retry() {
    if (!asked.isEmpty()) {
      note(Api.post("/v1/evaluations", asked.get(known())));
    }
  }

  private void batch() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      lines.add(message(at()));
    }
    Api.lines("/v1/evaluations/batch", lines).forEach(line -> note(JsonPath.from(line)));
  }
}
