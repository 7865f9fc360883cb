package org.moderato.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moderato.OnH2;
import org.moderato.ServedStrategy;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

/** Saves while requests are answered: edits are live in seconds, and none of them hurts. */
@QuarkusTest
@TestProfile(OnH2.class)
class HotReloadHttpTest {

  private static final int SAVES = Integer.getInteger("moderato.reload.saves", 100);
  private static final int CLIENTS = 16;
  private static final int RULE_EDITS = SAVES / 10;

  /** A loaded machine may take its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TestHTTPResource("/v1/evaluations?dryRun=true")
  URI evaluations;

  private static TestFolder folder;

  /** A strategy with a row that says its name, and lets promotions pass. */
  private static TestWorkbooks allows(String name) {
    return caps(name, 100);
  }

  private static TestWorkbooks suppresses(String name) {
    return caps(name, 0);
  }

  private static TestWorkbooks caps(String name, int atMost) {
    return new TestWorkbooks()
        .sheet(
            "Frequency cap",
            "Id | Category | Window | At most\n%s | promotion | 7 days | %d"
                .formatted(name, atMost));
  }

  /** Two saves with different answers: nothing of the test before is still on its way after. */
  @BeforeEach
  void start() {
    ServedStrategy.use("reload", served -> folder = served.workbook("caps.xlsx", allows("first")));
    folder.workbook("caps.xlsx", suppresses("before"));
    await().atMost(PATIENCE).until(() -> outcome().equals("SUPPRESS"));
    folder.workbook("caps.xlsx", allows("start"));
    await().atMost(PATIENCE).until(() -> outcome().equals("SEND"));
  }

  private String outcome() throws IOException, InterruptedException {
    return answer(HttpClient.newHttpClient()).replaceAll("(?s).*?\"outcome\":\"(\\w+)\".*", "$1");
  }

  private String answer(HttpClient client) throws IOException, InterruptedException {
    String body =
        """
        {"messageId": "%s", "customerId": "nobody", "channel": "email", "category": "promotion",
         "department": "marketing"}
        """
            .formatted(UUID.randomUUID());
    HttpRequest request =
        HttpRequest.newBuilder(evaluations)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body();
  }

  @Test
  void aSavedWorkbookIsLiveWithinTwoSeconds() {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String expected = i % 2 == 0 ? "SUPPRESS" : "SEND";
      folder.workbook("caps.xlsx", i % 2 == 0 ? suppresses("edit" + i) : allows("edit" + i));
      long saved = System.nanoTime();
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(Duration.ofSeconds(2))
          .until(() -> outcome().equals(expected));
      millis.add((System.nanoTime() - saved) / 1_000_000);
    }
    System.getLogger("reload").log(System.Logger.Level.INFO, "live after ms: " + millis);
  }

  @Test
  void aBrokenWorkbookNeverReplacesAGoodOne() {
    folder.workbook(
        "caps.xlsx",
        new TestWorkbooks().sheet("Frequency cap", "Chanel | Window | At most\nx | 7 dayz | 1"));

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                given()
                    .get("/v1/strategy/status")
                    .then()
                    .body("lastAttempt.result", equalTo("FAILED"))
                    .body("stale", equalTo(true))
                    .body("folderDiffers", equalTo(true))
                    .body("lastAttempt.problems.cell", hasItem("B2"))
                    .body("lastAttempt.problems.hint", hasItem("Did you mean Channel?")));
    assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(200);
    await().until(() -> outcome().equals("SEND"));

    folder.workbook("caps.xlsx", allows("start"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                given()
                    .get("/v1/strategy/status")
                    .then()
                    .body("stale", equalTo(false))
                    .body("folderDiffers", equalTo(false)));
  }

  /** A volume that is not mounted for a moment must not let everything be sent. */
  @Test
  void aFolderWithoutWorkbooksNeverReplacesAGoodStrategy() {
    folder.workbook("caps.xlsx", suppresses("strict"));
    await().atMost(PATIENCE).until(() -> outcome().equals("SUPPRESS"));

    folder.delete("decision-tables/caps.xlsx");

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                given()
                    .get("/v1/strategy/status")
                    .then()
                    .body("lastAttempt.result", equalTo("FAILED"))
                    .body("lastAttempt.problems.code", hasItem("MOD-FIL-002")));
    await().until(() -> outcome().equals("SUPPRESS"));
  }

  @Test
  void locksAndHalfWrittenFilesAreNoChange() throws Exception {
    String before = given().get("/v1/strategy/status").path("release");
    folder.write("decision-tables/~$caps.xlsx", new byte[] {1});
    folder.write("decision-tables/.~lock.caps.xlsx#", new byte[] {1});
    folder.write("decision-tables/notes.txt", new byte[] {1});

    await().during(Duration.ofSeconds(1)).until(() -> outcome().equals("SEND"));
    given()
        .get("/v1/strategy/status")
        .then()
        .body("release", equalTo(before))
        .body("stale", equalTo(false))
        .body("folderDiffers", equalTo(false));
  }

  @Test
  void noRequestFailsOrSeesAMixtureWhileWorkbooksAreSaved() throws Exception {
    AtomicBoolean isDone = new AtomicBoolean();
    AtomicInteger answers = new AtomicInteger();
    Queue<String> wrong = new ConcurrentLinkedQueue<>();
    Map<String, String> outcomeOfRelease = new ConcurrentHashMap<>();
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      running.add(
          clients.submit(
              () -> {
                HttpClient client = HttpClient.newHttpClient();
                while (!isDone.get()) {
                  String answer = answer(client);
                  answers.incrementAndGet();
                  check(answer, outcomeOfRelease, wrong);
                }
                return null;
              }));
    }

    Map<Integer, Footprint> footprints = new TreeMap<>();
    for (int save = 1; save <= SAVES; save++) {
      boolean odd = save % 2 == 1;
      folder.workbook("caps.xlsx", odd ? suppresses("save" + save) : allows("save" + save));
      await()
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> outcome().equals(odd ? "SUPPRESS" : "SEND"));
      if (save == SAVES / 10 || save == SAVES) {
        footprints.put(save, Footprint.now());
      }
    }
    isDone.set(true);
    for (Future<?> client : running) {
      client.get();
    }
    clients.shutdown();

    assertThat(wrong).isEmpty();
    assertThat(outcomeOfRelease).hasSizeGreaterThanOrEqualTo(SAVES);
    footprints.get(SAVES).assertNotMuchMoreThan(footprints.get(SAVES / 10));
    System.getLogger("reload")
        .log(System.Logger.Level.INFO, answers + " answers, footprints " + footprints);
  }

  /** An answer agrees with the release that it names, each time it is named. */
  private static void check(String answer, Map<String, String> known, Queue<String> wrong) {
    String release = answer.replaceAll("(?s).*\"release\":\"([^\"]+)\".*", "$1");
    String outcome = answer.replaceAll("(?s).*?\"outcome\":\"(\\w+)\".*", "$1");
    String before = known.putIfAbsent(release, outcome);
    if (before != null && !before.equals(outcome)) {
      wrong.add(answer);
    }
  }

  @Test
  void changedRulesAreLiveWithinSecondsAndLeaveNothingBehind() {
    List<Long> millis = new ArrayList<>();
    Map<Integer, Footprint> footprints = new TreeMap<>();
    for (int edit = 1; edit <= RULE_EDITS; edit++) {
      String expected = edit % 2 == 1 ? "SUPPRESS" : "SEND";
      folder.write("rules/edited.drl", rule(edit).getBytes(StandardCharsets.UTF_8));
      long saved = System.nanoTime();
      await()
          .pollInterval(Duration.ofMillis(20))
          .atMost(PATIENCE)
          .until(() -> outcome().equals(expected));
      millis.add((System.nanoTime() - saved) / 1_000_000);
      if (edit == RULE_EDITS / 2 || edit == RULE_EDITS) {
        footprints.put(edit, Footprint.now());
      }
    }

    footprints.get(RULE_EDITS).assertNotMuchMoreThan(footprints.get(RULE_EDITS / 2));
    System.getLogger("reload")
        .log(System.Logger.Level.INFO, "rules live after ms: " + millis + " " + footprints);
  }

  /** A rule that stops promotions in every other edit. */
  private static String rule(int edit) {
    return """
        package moderato.rules

        import org.moderato.strategy.fact.Message
        import org.moderato.strategy.rule.VerdictBuilder

        global VerdictBuilder verdict

        rule "Edit %d" @kind( "suppression" )
        when
            Message( category == "%s" )
        then
            verdict.suppress("stopped by edit %d");
        end
        """
        .formatted(edit, edit % 2 == 1 ? "promotion" : "nothing", edit);
  }

  /** What a service holds of classes after a collection. */
  private record Footprint(int classes, long metaspace) {

    static Footprint now() {
      System.gc();
      ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
      long metaspace =
          ManagementFactory.getMemoryPoolMXBeans().stream()
              .filter(pool -> pool.getName().equals("Metaspace"))
              .mapToLong(pool -> pool.getUsage().getUsed())
              .sum();
      return new Footprint(classes.getLoadedClassCount(), metaspace);
    }

    void assertNotMuchMoreThan(Footprint before) {
      assertThat(classes).isLessThanOrEqualTo((int) (before.classes * 1.05));
      assertThat(metaspace).isLessThanOrEqualTo((long) (before.metaspace * 1.1));
    }
  }
}
