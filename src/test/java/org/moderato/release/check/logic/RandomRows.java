package org.moderato.release.check.logic;

import static org.moderato.TestStrategy.row;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.moderato.TestStrategy;
import org.moderato.TestStrategy.RowBuilder;
import org.moderato.strategy.table.Direction;
import org.moderato.strategy.table.Measure;
import org.moderato.strategy.table.Waiting;
import org.moderato.strategy.time.Days;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.TimeRange;
import org.moderato.strategy.time.Window;

/** Makes small tables of few words, so that rows often have much to do with each other. */
final class RandomRows {

  static final List<String> CHANNELS = List.of("email", "sms", "push");
  static final List<String> CATEGORIES = List.of("promotion", "bill", "service");
  static final List<String> DEPARTMENTS = List.of("marketing", "billing");
  static final List<String> SEGMENTS = List.of("vip", "student");
  static final List<String> SITUATIONS = List.of("complaint", "outage");

  /** Caps are what most tables are about. */
  static final List<String> TYPES =
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

  private static final List<String> KINDS =
      List.of("frequency cap", "spacing", "suppression", "quiet hours", "everything");
  private static final List<String> WINDOWS =
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
          "ever");

  private final Random random;
  private final LocalDate today;

  RandomRows(Random random, LocalDate today) {
    this.random = random;
    this.today = today;
  }

  /**
   * One row of a table.
   *
   * @param place the number of its sheet's row
   * @param overrides whether it overrides others
   * @param hasDays whether it is in force for some days only
   */
  record Placed(String type, int place, RowBuilder row, boolean overrides, boolean hasDays) {}

  /** Some rows of one or two of these types, in the order in which they are added. */
  List<Placed> rows(List<String> of) {
    List<String> types = List.of(one(of), one(of));
    List<Placed> rows = new ArrayList<>();
    int count = 2 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      String type = one(types);
      int place = 2 + (int) rows.stream().filter(row -> row.type().equals(type)).count();
      RowBuilder row = row(type, "r" + i);
      matches(row);
      cells(row, type);
      rows.add(new Placed(type, place, row, overrides(row, i, count), days(row)));
    }
    return rows;
  }

  /** A distance between all contacts. */
  Placed spacing() {
    RowBuilder row =
        row("Spacing", "spacing")
            .with("atLeast", Span.parse(one(List.of("12 hours", "1 day", "2 days", "3 days"))))
            .with("direction", Direction.BOTH);
    return new Placed("Spacing", 2, row, false, false);
  }

  /** A strategy of the shipped rules and these rows. */
  static TestStrategy.Loaded strategy(List<Placed> rows, Optional<Placed> without) {
    TestStrategy strategy =
        TestStrategy.shippedRules()
            .vocabulary("channel", CHANNELS.toArray(String[]::new))
            .vocabulary("category", CATEGORIES.toArray(String[]::new));
    rows.stream()
        .filter(row -> without.filter(left -> left == row).isEmpty())
        .forEach(row -> strategy.row(row.row()));
    return strategy.load();
  }

  private <T> T one(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }

  private boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  private void matches(RowBuilder row) {
    match(row, "channel", CHANNELS, 2);
    match(row, "category", CATEGORIES, 2);
    match(row, "department", DEPARTMENTS, 4);
    match(row, "segment", SEGMENTS, 5);
    if (oneIn(10)) {
      row.shadow();
    }
  }

  private void match(RowBuilder row, String attribute, List<String> words, int seldom) {
    if (!oneIn(seldom)) {
      return;
    }
    Set<String> some =
        oneIn(3) ? Set.copyOf(List.of(one(words), words.get(0))) : Set.of(one(words));
    if (oneIn(4)) {
      row.not(attribute, some.toArray(String[]::new));
    } else {
      row.match(attribute, some.toArray(String[]::new));
    }
  }

  private boolean days(RowBuilder row) {
    boolean hasDays = oneIn(5);
    if (hasDays) {
      row.valid(
          oneIn(2) ? null : today.plusDays(random.nextInt(5) - 3L),
          oneIn(2) ? null : today.plusDays(2L + random.nextInt(5)));
    }
    return hasDays;
  }

  private boolean overrides(RowBuilder row, int number, int count) {
    boolean overrides = oneIn(6);
    if (overrides) {
      int other = random.nextInt(count);
      row.overrides(oneIn(2) || other == number ? "general" : "r" + other);
    }
    return overrides;
  }

  private void cells(RowBuilder row, String type) {
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
      default -> exemption(row);
    }
  }

  private void cap(RowBuilder row) {
    row.with("window", Window.parse(one(WINDOWS)));
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
    row.with(
        "atLeast", Span.parse(one(List.of("12 hours", "1 day", "2 days", "3 days", "1 month"))));
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
      row.with("situation", oneIn(3) ? SITUATIONS : List.of(one(SITUATIONS)));
    }
    if (oneIn(3)) {
      row.with("outcome", oneIn(2) ? Waiting.EARLIEST : Waiting.fixed(Span.parse("1 day")));
    }
  }

  private void hours(RowBuilder row, String field) {
    List<String> ranges =
        List.of("20:00-08:00", "21:00-07:00", "08:00-20:00", "09:00-17:00", "00:00-24:00");
    row.with(field, TimeRange.parse(one(ranges)));
    if (oneIn(2)) {
      row.with("days", Days.parse(one(List.of("Mon-Fri", "Sat, Sun", "Mon-Sat", "Sun"))));
    }
  }

  private void exemption(RowBuilder row) {
    row.with("doesNotObey", oneIn(3) ? KINDS.subList(0, 2) : List.of(one(KINDS)));
    if (oneIn(3)) {
      row.with("counts", false);
    }
  }
}
