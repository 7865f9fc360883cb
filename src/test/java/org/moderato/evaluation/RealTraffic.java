package org.moderato.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The data sets under {@code data} as requests, one JSON object a line, in time order. */
final class RealTraffic {

  private static final Instant BASE = Instant.parse("2026-03-02T00:00:00Z");

  private RealTraffic() {}

  private record Contact(long seconds, String channel, int sender, int recipient) {}

  /**
   * Text messages and calls between two persons: 27,933 in four weeks.
   *
   * @param run makes ids of messages and customers unique
   */
  static List<String> copenhagen(String run) {
    List<Contact> contacts = new ArrayList<>();
    rows("copenhagen_sms.csv").forEach(r -> contacts.add(contact(r, "sms")));
    rows("copenhagen_calls.csv").forEach(r -> contacts.add(contact(r, "phone")));
    contacts.sort(Comparator.comparingLong(Contact::seconds));
    List<String> lines = new ArrayList<>();
    for (Contact contact : contacts) {
      lines.add(
          """
          {"messageId": "%s-%d", "customerId": "%s-%d", "channel": "%s", "category": "%s",\
           "department": "dept-%02d", "brand": "brand-%d", "topic": "p2p", "at": "%s"}"""
              .formatted(
                  run,
                  lines.size(),
                  run,
                  contact.recipient(),
                  contact.channel(),
                  contact.sender() % 3 == 0 ? "service" : "marketing",
                  contact.sender() % 20,
                  contact.sender() % 4,
                  BASE.plusSeconds(contact.seconds())));
    }
    return lines;
  }

  private static Contact contact(String[] row, String channel) {
    return new Contact(
        Long.parseLong(row[0]), channel, Integer.parseInt(row[1]), Integer.parseInt(row[2]));
  }

  /** Campaigns that households got, each with its start and end. */
  static List<String> campaigns() {
    List<String[]> rows = rows("completejourney_campaign_contacts.csv.gz");
    rows.sort(Comparator.comparing(row -> row[0]));
    return rows.stream()
        .map(
            row ->
                """
                {"messageId": "cj-%s-%s", "customerId": "H%s", "channel": "post",\
                 "category": "campaign", "department": "retail", "topic": "campaign-%s",\
                 "at": "%sT09:00:00Z", "endsAt": "%sT23:59:59Z"}"""
                    .formatted(row[2], row[3], row[2], row[3], row[0], row[1]))
        .toList();
  }

  private static List<String[]> rows(String file) {
    InputStream in =
        Objects.requireNonNull(RealTraffic.class.getResourceAsStream("/data/" + file), file);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
      List<String[]> rows = new ArrayList<>();
      lines.lines().skip(1).forEach(line -> rows.add(line.split(",")));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
