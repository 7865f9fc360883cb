package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Sends lines to the batch endpoint. */
final class BatchClient {

  private BatchClient() {}

  static List<String> send(URI batch, List<String> lines) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(batch)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines)))
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response.body().lines().toList();
  }

  static long allowed(List<String> answers) {
    return answers.stream()
        .filter(answer -> answer.contains("\"outcome\":\"SEND\",\"channel"))
        .count();
  }
}
