package org.moderato.release.check.logic;

import static org.moderato.TestStrategy.row;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.moderato.TestStrategy;
import org.moderato.TestStrategy.RowBuilder;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.fact.Situation;
import org.moderato.strategy.table.Direction;
import org.moderato.strategy.table.Measure;
import org.moderato.strategy.table.Waiting;
import org.moderato.strategy.time.Days;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.TimeRange;
import org.moderato.strategy.time.Window;

/** Makes small tables of few words, so that rows often have much to do with each other. */
final class RandomTables {

  static final List<String> CHANNELS = List.of("email", "sms", "push");
  static final List<String> CATEGORIES = List.of("promotion", "bill", "service");
  private static final List<String> DEPARTMENTS = List.of("marketing", "billing");
  private static final List<String> SEGMENTS = List.of("vip", "student");
  private static final List<String> TOPICS = List.of("loans", "cards");
  private static final List<String> KINDS =
      List.of("frequency cap", "spacing", "suppression", "quiet hours", "everything");
  private static final List<String> TYPES =
      List.of(
          "FrequencyCap",
          "FrequencyCap",
          "FrequencyCap",
          "Spacing",
          "Spacing",
          "Duplicate",
          "Suppression",
          "QuietHours",
          "SendWindow",
          "Exemption");

  private final Random random;
  private final Instant now;
  private final LocalDate today;

  RandomTables(long seed, Instant now) {
    this.random = new Random(seed);
    this.now = now;
    this.today = LocalDate.ofInstant(now, java.time.ZoneOffset.UTC);
  }

  /**
   * One row of a table.
   *
   * @param place the number of its sheet's row
   */
  record Placed(String type, int place, RowBuilder row, Head head) {

    /**
     * A row that never acts may have others overridden, and its days may be a relief at which
     * waiting messages are judged anew.
     */
    boolean isWithoutOtherEffect(String code) {
      boolean neverActs = code.equals("MOD-LOG-006");
      return !neverActs || !(head.overrides() || head.hasDays());
    }
  }

  /** What a row has beside its scope. */
  private record Head(boolean overrides, boolean hasDays) {}

  /** Some rows of one or two types, in the order in which they are added. */
  List<Placed> rows() {
    List<String> types = List.of(one(TYPES), one(TYPES));
    int[] places = {2, 2};
    List<Placed> rows = new ArrayList<>();
    int count = 2 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      int which = types.get(0).equals(types.get(1)) ? 0 : random.nextInt(2);
      RowBuilder row = row(types.get(which), "r" + i);
      fill(row, types.get(which));
      rows.add(new Placed(types.get(which), places[which]++, row, head(row, i, count)));
    }
    return rows;
  }

  private <T> T one(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private Head head(RowBuilder row, int number, int count) {
    match(row, "channel", CHANNELS, 2);
    match(row, "category", CATEGORIES, 2);
    match(row, "department", DEPARTMENTS, 4);
    match(row, "segment", SEGMENTS, 5);
    if (oneIn(10)) {
      row.shadow();
    }
    boolean hasDays = oneIn(5);
    if (hasDays) {
      row.valid(
          oneIn(2) ? null : today.plusDays(random.nextInt(5) - 3L),
          oneIn(2) ? null : today.plusDays(2L + random.nextInt(5)));
    }
    boolean overrides = oneIn(6);
    if (overrides) {
      int other = random.nextInt(count);
      row.overrides(oneIn(2) || other == number ? "general" : "r" + other);
    }
    return new Head(overrides, hasDays);
  }

  private void match(RowBuilder row, String attribute, List<String> words, int seldom) {
    if (oneIn(seldom)) {
      String[] some =
          oneIn(3) ? new String[] {one(words), words.get(0)} : new String[] {one(words)};
      String[] distinct =
          Set.of(some[0]).contains(some[some.length - 1]) ? new String[] {some[0]} : some;
      if (oneIn(4)) {
        row.not(attribute, distinct);
      } else {
        row.match(attribute, distinct);
      }
    }
  }

  private void fill(RowBuilder row, String type) {
    if (!type.equals("Exemption") && oneIn(8)) {
      row.with("whenReached", oneIn(2) ? Waiting.SUPPRESS : Waiting.fixed(Span.parse("2 days")));
    }
    switch (type) {
      case "FrequencyCap" -> cap(row);
      case "Duplicate" -> duplicate(row);
      case "Spacing" -> spacing(row);
      case "Suppression" -> suppression(row);
      case "QuietHours" -> hours(row, "quiet");
      case "SendWindow" -> hours(row, "within");
      default -> {
        row.with("doesNotObey", oneIn(3) ? KINDS.subList(0, 2) : List.of(one(KINDS)));
        if (oneIn(3)) {
          row.with("counts", false);
        }
      }
    }
  }

  private void cap(RowBuilder row) {
    row.with(
        "window",
        Window.parse(
            one(
                List.of(
                    "1 day",
                    "2 days",
                    "7 days",
                    "7 days inclusive",
                    "1 month",
                    "calendar day",
                    "calendar week",
                    "calendar month",
                    "2 calendar days",
                    "ever"))));
    row.with("atMost", oneIn(20) ? 0 : 1 + random.nextInt(3));
    if (oneIn(6)) {
      row.with("measure", Measure.WEIGHT);
    }
    counted(row);
  }

  private void duplicate(RowBuilder row) {
    row.with("window", Window.parse(one(List.of("2 days", "7 days", "ever"))));
    row.with("same", List.of("topic"));
    if (oneIn(2)) {
      row.with("atMost", 1 + random.nextInt(2));
    }
  }

  private void spacing(RowBuilder row) {
    row.with("atLeast", Span.parse(one(List.of("12 hours", "1 day", "2 days", "1 month"))));
    if (oneIn(2)) {
      row.with("direction", one(List.of(Direction.BOTH, Direction.AFTER)));
    }
    counted(row);
  }

  private void counted(RowBuilder row) {
    if (oneIn(5)) {
      row.with("same", List.of("topic"));
    }
    if (oneIn(5)) {
      row.counts("category", one(CATEGORIES));
    }
    if (oneIn(6)) {
      row.countsOutcome("sent", "planned");
    }
  }

  private void suppression(RowBuilder row) {
    if (!oneIn(6)) {
      row.with(
          "situation",
          oneIn(3) ? List.of("complaint", "outage") : List.of(one(List.of("complaint", "outage"))));
    }
    if (oneIn(3)) {
      row.with("outcome", oneIn(2) ? Waiting.EARLIEST : Waiting.fixed(Span.parse("1 day")));
    }
  }

  private void hours(RowBuilder row, String field) {
    row.with(
        field,
        TimeRange.parse(
            one(
                List.of(
                    "20:00-08:00", "21:00-07:00", "08:00-20:00", "09:00-17:00", "00:00-24:00"))));
    if (oneIn(2)) {
      row.with("days", Days.parse(one(List.of("Mon-Fri", "Sat, Sun", "Mon-Sat", "Sun"))));
    }
  }

  /** Every message on every channel. */
  List<Message> messages() {
    List<Message> messages = new ArrayList<>();
    for (String channel : CHANNELS) {
      for (String category : CATEGORIES) {
        for (String department : DEPARTMENTS) {
          messages.add(TestStrategy.message(labels(channel, category, department)));
        }
      }
    }
    return messages;
  }

  private Labels labels(String channel, String category, String department) {
    return new Labels(
        channel,
        category,
        department,
        null,
        oneIn(3) ? null : one(TOPICS),
        null,
        null,
        null,
        null,
        Attributes.NONE);
  }

  Instant instant() {
    return now.plus(Duration.ofMinutes(random.nextInt(5 * 1440)));
  }

  CustomerView view() {
    List<Contact> contacts = new ArrayList<>();
    int count = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      Instant at = now.plus(Duration.ofHours(random.nextInt(14 * 24) - 9L * 24));
      ContactStatus status = oneIn(5) ? ContactStatus.PLANNED : ContactStatus.SENT;
      contacts.add(
          new Contact(
              new UUID(1, i),
              "sales",
              "c" + i,
              at,
              null,
              status,
              null,
              null,
              labels(one(CHANNELS), one(CATEGORIES), one(DEPARTMENTS))));
    }
    List<Situation> situations = new ArrayList<>();
    if (oneIn(2)) {
      Instant start = now.minus(Duration.ofDays(2));
      situations.add(
          new Situation(
              "complaint",
              start,
              oneIn(4) ? null : start.plus(Duration.ofHours(random.nextInt(200)))));
    }
    if (oneIn(3)) {
      situations.add(new Situation("outage", now, now.plus(Duration.ofHours(random.nextInt(100)))));
    }
    Set<String> segments =
        oneIn(2) ? Set.of() : oneIn(3) ? Set.copyOf(SEGMENTS) : Set.of(one(SEGMENTS));
    return TestStrategy.view(customer(segments, situations), contacts.toArray(Contact[]::new));
  }

  private static org.moderato.strategy.fact.Customer customer(
      Set<String> segments, List<Situation> situations) {
    return new org.moderato.strategy.fact.Customer(
        null,
        null,
        null,
        null,
        null,
        segments,
        null,
        null,
        Attributes.NONE,
        List.of(),
        situations,
        List.of());
  }
}
