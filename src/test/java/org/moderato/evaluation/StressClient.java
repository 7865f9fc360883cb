package org.moderato.evaluation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** A client that does whatever comes to its mind; the same each time, given its number. */
final class StressClient {

  /** Customers of one run, among those of other tests. */
  static final String RUN = UUID.randomUUID().toString().substring(0, 8);

  /** Begins the ids of customers whom nobody links. */
  static final String LONER = "-loner-";

  private static final String LINKED = "-linked-";
  private static final int CUSTOMERS = 6;
  private static final int GROUPS = 3;

  /** Answers that a careful caller expects; a conflict is one. */
  private static final Set<Integer> EXPECTED = Set.of(200, 201, 204, 404, 409);

  /** As many as the service answers at a time; further ones would be told to wait. */
  private static final Semaphore STREAMS = new Semaphore(6);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI service;
  private final Random random;
  private final Map<String, Integer> answers = new TreeMap<>();
  private final List<String> unexpected = new ArrayList<>();

  StressClient(URI service, int number) {
    this.service = service;
    this.random = new Random(number);
  }

  /** How often each kind of answer came. */
  Map<String, Integer> answers() {
    return answers;
  }

  /** What should not have happened. */
  List<String> unexpected() {
    return unexpected;
  }

  Void run(int operations) throws Exception {
    for (int i = 0; i < operations; i++) {
      int kind = random.nextInt(100);
      if (kind < 45) {
        evaluate();
      } else if (kind < 60) {
        reserve();
      } else if (kind < 70) {
        batch();
      } else if (kind < 80) {
        report();
      } else if (kind < 88) {
        happen();
      } else if (kind < 94) {
        move();
      } else {
        link();
      }
    }
    return null;
  }

  private void evaluate() throws Exception {
    post("/v1/evaluations", message(newId(), ""));
  }

  private void reserve() throws Exception {
    String id = newId();
    post("/v1/evaluations", message(id, ", 'reserveFor': 'PT15M'"));
    String what = random.nextBoolean() ? "confirm" : "release";
    post("/v1/contacts/" + id + "/" + what + "?department=marketing", "");
    if (random.nextBoolean()) {
      post("/v1/contacts/" + id + "/release?department=marketing", "");
    }
  }

  private void batch() throws Exception {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      lines.append(json(message(newId(), ""))).append('\n');
    }
    STREAMS.acquire();
    try {
      HttpResponse<String> response =
          send("POST", "/v1/evaluations/batch", "application/x-ndjson", lines.toString());
      if (response.body().contains("\"problem\"")) {
        unexpected.add(response.body());
      }
    } finally {
      STREAMS.release();
    }
  }

  /** What took place without being asked about, and is in no cap. */
  private void report() throws Exception {
    post("/v1/contacts", message(newId(), "bill", ""));
  }

  private void happen() throws Exception {
    post(
        "/v1/events",
        "'eventId': '%s', 'customerId': '%s', 'department': 'care', 'situation': 'complaint'"
            .formatted(newId(), customer()));
  }

  private void move() throws Exception {
    send(
        "PUT",
        "/v1/customers/" + customer(),
        "application/json",
        json("'account': '%s-a%d', 'household': '%s-h%d'".formatted(RUN, group(), RUN, group())));
  }

  private void link() throws Exception {
    String path =
        "/v1/customers/%s/links/%s"
            .formatted(RUN + LINKED + random.nextInt(3), RUN + LINKED + (3 + random.nextInt(3)));
    send(random.nextBoolean() ? "PUT" : "DELETE", path, "application/json", "");
  }

  private String message(String id, String more) {
    String category = List.of("news", "promotion", "survey").get(random.nextInt(3));
    return message(id, category, more);
  }

  private String message(String id, String category, String more) {
    return "'messageId': '%s', 'customerId': '%s', 'channel': 'email', 'category': '%s', %s%s"
        .formatted(id, customer(), category, "'department': 'marketing'", more);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private String customer() {
    return RUN + (random.nextBoolean() ? LONER : LINKED) + random.nextInt(CUSTOMERS);
  }

  private int group() {
    return random.nextInt(GROUPS);
  }

  private static String json(String text) {
    return text.isEmpty() ? "" : "{" + text.replace('\'', '"') + "}";
  }

  private void post(String path, String text) throws Exception {
    send("POST", path, "application/json", json(text));
  }

  private HttpResponse<String> send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve(path))
            .header("Content-Type", type)
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    String outcome = response.body().replaceAll("(?s).*?\"outcome\":\"(\\w+)\".*|.*", "$1");
    answers.merge(method + " " + response.statusCode() + " " + outcome, 1, Integer::sum);
    if (!EXPECTED.contains(response.statusCode())) {
      unexpected.add(path + " " + response.statusCode() + " " + response.body());
    }
    return response;
  }
}
