package org.moderato.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderato.ServedStrategy;
import org.moderato.release.workbook.TestWorkbooks;

/** Many clients ask about the same customers at once; run on both databases. */
abstract class ConcurrencyCase {

  private static final int CLIENTS = 64;
  private static final int CUSTOMERS = 10;
  private static final int REQUESTS = 1_280;
  static final int CAP = 3;
  private static final int IDS = 16;
  private static final int ROUNDS = 10;

  @TestHTTPResource("/v1/evaluations")
  URI evaluations;

  @BeforeEach
  void strategy() {
    ServedStrategy.use(
        "concurrency",
        folder ->
            folder.workbook(
                "caps.xlsx",
                new TestWorkbooks()
                    .sheet("Frequency cap", "Id | Window | At most\nweek | 7 days | " + CAP)));
  }

  @Test
  void neverExceedsACapNorLosesASlot() throws Exception {
    String run = UUID.randomUUID().toString();
    List<Callable<String>> requests = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      String customer = run + "-" + i % CUSTOMERS;
      String message = run + "-m" + i;
      requests.add(() -> customer + " " + outcome(ask(message, customer)));
    }

    Map<String, Integer> sent = new HashMap<>();
    for (String answer : all(requests)) {
      sent.merge(answer, 1, Integer::sum);
    }

    for (int customer = 0; customer < CUSTOMERS; customer++) {
      assertThat(sent.get(run + "-" + customer + " SEND")).isEqualTo(CAP);
    }
    assertThat(sent.keySet()).allMatch(key -> key.endsWith("SEND") || key.endsWith("DEFER"));
  }

  @Test
  void oneIdSentByAllClientsAtOnceIsOneMessage() throws Exception {
    String customer = UUID.randomUUID().toString();
    String message = UUID.randomUUID().toString();
    List<Callable<String>> requests = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      requests.add(() -> ask(message, customer));
    }

    Set<String> answers =
        all(requests).stream()
            .map(answer -> answer.replace("\"replayed\":true", "\"replayed\":false"))
            .collect(Collectors.toSet());

    assertThat(answers).hasSize(1);
    assertThat(outcome(answers.iterator().next())).isEqualTo("SEND");
    assertThat(outcome(ask(UUID.randomUUID().toString(), customer))).isEqualTo("SEND");
  }

  /** Only one of them can have it; the database decides who. */
  @Test
  void oneIdSentForTwoCustomersAtOnceBelongsToOneOfThem() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      String message = UUID.randomUUID().toString();
      List<String> customers = List.of(UUID.randomUUID().toString(), UUID.randomUUID().toString());
      List<Callable<String>> requests = new ArrayList<>();
      for (int i = 0; i < IDS; i++) {
        String customer = customers.get(i % 2);
        requests.add(() -> customer + " " + send(message, customer).statusCode());
      }

      Set<String> answers = Set.copyOf(all(requests));

      assertThat(answers)
          .isIn(
              Set.of(customers.get(0) + " 200", customers.get(1) + " 422"),
              Set.of(customers.get(1) + " 200", customers.get(0) + " 422"));
      assertThat(contacts(customers.get(0)) + contacts(customers.get(1))).isEqualTo(1);
    }
  }

  private static int contacts(String customer) {
    return given().get("/v1/customers/{id}/contacts", customer).path("items.size()");
  }

  /** Ids of one person wait for each other only in the database: the service queues by id. */
  @Test
  void linkedIdsShareTheirCap() throws Exception {
    assertThat(sentToOnePerson()).isEqualTo(CAP);
  }

  /** How many messages to one person under several ids may be sent, all asked about at once. */
  long sentToOnePerson() throws Exception {
    String run = UUID.randomUUID().toString();
    for (int id = 1; id < IDS; id++) {
      link(run + "-0", run + "-" + id);
    }
    List<Callable<String>> requests = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      String message = run + "-m" + i;
      String customer = run + "-" + i % IDS;
      requests.add(() -> outcome(ask(message, customer)));
    }
    return all(requests).stream().filter("SEND"::equals).count();
  }

  private static void link(String one, String other) {
    given().put("/v1/customers/{id}/links/{other}", one, other).then().statusCode(204);
  }

  private static List<String> all(List<Callable<String>> requests) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<String> answers = new ArrayList<>();
      for (Future<String> answer : clients.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      clients.shutdownNow();
    }
  }

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private String ask(String message, String customer) throws Exception {
    HttpResponse<String> response = send(message, customer);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  private HttpResponse<String> send(String message, String customer) throws Exception {
    String body =
        """
        {"messageId": "%s", "customerId": "%s", "channel": "email", "category": "promotion",
         "department": "marketing"}
        """
            .formatted(message, customer);
    HttpRequest request =
        HttpRequest.newBuilder(evaluations)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static String outcome(String answer) {
    return answer.replaceAll("(?s).*?\"outcome\":\"(\\w+)\".*", "$1");
  }
}
