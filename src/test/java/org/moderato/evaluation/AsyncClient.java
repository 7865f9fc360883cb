package org.moderato.evaluation;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Asks without waiting for the answer. */
final class AsyncClient {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI evaluations;

  AsyncClient(URI evaluations) {
    this.evaluations = evaluations;
  }

  /** Asks about an email to a customer. */
  CompletableFuture<HttpResponse<String>> ask(String category, String customer, String topic) {
    return ask("", category, customer, topic);
  }

  CompletableFuture<HttpResponse<String>> ask(
      String query, String category, String customer, String topic) {
    return http.sendAsync(
        HttpRequest.newBuilder(URI.create(evaluations + query))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body(category, customer, topic)))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  static String body(String category, String customer, String topic) {
    return ("{'messageId': '%s', 'customerId': '%s', 'category': '%s', 'topic': '%s',"
            + " 'channel': 'email', 'department': 'marketing'}")
        .formatted(UUID.randomUUID(), customer, category, topic)
        .replace('\'', '"');
  }
}
