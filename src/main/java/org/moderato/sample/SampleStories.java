package org.moderato.sample;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.ContactReport;
import org.moderato.contact.CustomerData;
import org.moderato.contact.Event;
import org.moderato.contact.Event.ResponseData;
import org.moderato.contact.Event.SituationData;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Labels;

/**
 * What happened to the sample customers: they are those of README.md and tour.md. Nothing in their
 * stories depends on the hour or the day of the week.
 *
 * @param now the stories end here
 */
record SampleStories(Instant now) {

  private static final String ACCOUNT = "fabrik";
  private static final int COLLEAGUES = 6;

  Map<String, CustomerData> customers() {
    Map<String, CustomerData> customers = new TreeMap<>();
    customers.put("morgan", customer("US", "America/New_York", "trial", null));
    for (int person = 1; person <= COLLEAGUES; person++) {
      customers.put(ACCOUNT + "-" + person, customer("DE", "Europe/Berlin", "customer", ACCOUNT));
    }
    return customers;
  }

  /** Ids that are one person. */
  Map<String, String> links() {
    return Map.of("nordwind-7", "acme-1007");
  }

  List<ContactReport> contacts() {
    Labels promotion = labels("email", "promotion", "marketing");
    Stream<ContactReport> offers =
        Stream.of(5, 3, 1).map(days -> contact("C42", String.valueOf(days), days(days), promotion));
    Stream<ContactReport> colleagues =
        IntStream.range(1, COLLEAGUES)
            .mapToObj(
                person ->
                    contact(
                        ACCOUNT + "-" + person,
                        "offer",
                        days(COLLEAGUES + 1 - person),
                        labels("email", "promotion", "product")));
    Stream<ContactReport> others =
        Stream.of(
            contact("morgan", "welcome", Duration.ofHours(3), series("onboarding", "trial", 1)),
            contact("pat", "bill", days(1), labels("post", "bill", "billing")),
            contact("robin", "intro", days(4), series("outreach", "spring", 1)),
            contact("acme-1007", "survey", days(10), survey()));
    return Stream.of(offers, colleagues, others).flatMap(s -> s).toList();
  }

  List<Event> events() {
    ResponseData reply =
        new ResponseData("reply", "not-interested", "sample-robin-intro", Labels.NONE);
    SituationData complaint = new SituationData("complaint", "4711", now.minus(days(2)), null);
    return List.of(
        event("robin", "sales", days(3), reply, null),
        event("kim", "service", days(2), null, complaint));
  }

  private static CustomerData customer(
      String country, String zone, String stage, @Nullable String account) {
    return new CustomerData(
        country,
        null,
        ZoneId.of(zone),
        null,
        stage,
        new TreeSet<>(),
        account,
        null,
        Attributes.NONE,
        List.of());
  }

  private ContactReport contact(String customer, String what, Duration ago, Labels labels) {
    String id = "sample-" + customer + "-" + what;
    return new ContactReport(id, customer, now.minus(ago), null, false, "delivered", labels);
  }

  private Event event(
      String customer,
      String sender,
      Duration ago,
      @Nullable ResponseData response,
      @Nullable SituationData situation) {
    String id = "sample-" + customer;
    byte[] fingerprint = id.getBytes(StandardCharsets.UTF_8);
    return new Event(id, customer, sender, now.minus(ago), response, situation, fingerprint);
  }

  private static Labels labels(String channel, String category, String department) {
    return new Labels(
        channel, category, department, null, null, null, null, null, null, Attributes.NONE);
  }

  private static Labels series(String category, String sequence, int step) {
    String department = category.equals("outreach") ? "sales" : "marketing";
    return new Labels(
        "email",
        category,
        department,
        null,
        null,
        sequence + "-" + step,
        sequence,
        step,
        null,
        Attributes.NONE);
  }

  private static Labels survey() {
    return new Labels(
        "email",
        "survey",
        "research",
        "acme",
        "satisfaction",
        null,
        null,
        null,
        null,
        Attributes.NONE);
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }
}
