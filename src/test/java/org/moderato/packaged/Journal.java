package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What many clients asked and were answered, over several lives of a service. Of each customer they
 * ask more than the cap allows.
 */
final class Journal {

  private static final int CLIENTS = 8;
  private static final long PATIENCE_SECONDS = 240;
  private static final int MESSAGES_OF_A_CUSTOMER = 5;

  private final PackagedService service;
  private final int cap;
  private final AtomicInteger asked = new AtomicInteger();
  private final Map<Integer, String> answers = new ConcurrentHashMap<>();
  private final Set<Integer> unanswered = new ConcurrentSkipListSet<>();
  private final ObjectMapper json = new ObjectMapper();

  Journal(PackagedService service, int cap) {
    this.service = service;
    this.cap = cap;
  }

  /** Ends the service in some way. */
  interface Ending {
    void run() throws Exception;
  }

  /** Lets clients ask until the service is gone; it ends right after an answer was received. */
  void recordUntil(Ending ending, int answersBefore) throws Exception {
    CountDownLatch enough = new CountDownLatch(answersBefore);
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      running.add(clients.submit(() -> askUntilItIsGone(enough)));
    }
    try {
      // If it never comes, the clients say why.
      enough.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      ending.run();
      for (Future<?> client : running) {
        client.get();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private Void askUntilItIsGone(CountDownLatch enough) throws InterruptedException {
    while (true) {
      int message = asked.getAndIncrement();
      try {
        HttpResponse<String> response = ask(message);
        if (response.statusCode() == 503 && response.body().isEmpty()) {
          // It takes no new requests: it is about to stop.
          unanswered.add(message);
          return null;
        }
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        answers.put(message, response.body());
        enough.countDown();
      } catch (IOException e) {
        unanswered.add(message);
        return null;
      }
    }
  }

  private HttpResponse<String> ask(int message) throws IOException, InterruptedException {
    return service.post(
        "/v1/evaluations",
        """
        {"messageId": "m%d", "customerId": "%s", "channel": "email", "category": "promotion",
         "department": "marketing"}
        """
            .formatted(message, customer(message)));
  }

  private static String customer(int message) {
    return "c" + message / MESSAGES_OF_A_CUSTOMER;
  }

  /**
   * Asks everything again: what was answered is answered again in the same words, and the contacts
   * of each customer are exactly the messages that may be sent, as many as the cap allows.
   */
  void check() throws IOException, InterruptedException {
    Map<String, Set<String>> sent = new TreeMap<>();
    Map<String, Integer> messages = new TreeMap<>();
    Set<Integer> all = new TreeSet<>(answers.keySet());
    all.addAll(unanswered);
    for (int message : all) {
      String answer = ask(message).body();
      String before = answers.putIfAbsent(message, answer);
      assertThat(before == null || timeless(before).equals(timeless(answer)))
          .as("%s%n%s", before, answer)
          .isTrue();
      messages.merge(customer(message), 1, Integer::sum);
      sent.computeIfAbsent(customer(message), c -> new TreeSet<>());
      if (json.readTree(answer).path("outcome").asText().equals("SEND")) {
        sent.get(customer(message)).add("m" + message);
      }
    }
    unanswered.clear();
    for (Map.Entry<String, Set<String>> customer : sent.entrySet()) {
      assertThat(contacts(customer.getKey())).isEqualTo(customer.getValue());
      assertThat(customer.getValue()).hasSize(Math.min(cap, messages.get(customer.getKey())));
    }
  }

  private static String timeless(String answer) {
    return answer.replace("\"replayed\":true", "\"replayed\":false");
  }

  private Set<String> contacts(String customer) throws IOException, InterruptedException {
    JsonNode page = json.readTree(service.get("/v1/customers/" + customer + "/contacts").body());
    Set<String> messages = new TreeSet<>();
    page.findValuesAsText("messageId").forEach(messages::add);
    return messages;
  }
}
