package org.moderato.strategy.judge;

import static org.moderato.TestStrategy.row;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.moderato.TestStrategy.RowBuilder;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.table.Direction;
import org.moderato.strategy.table.Level;
import org.moderato.strategy.table.Measure;
import org.moderato.strategy.table.Waiting;
import org.moderato.strategy.time.Days;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.TimeRange;
import org.moderato.strategy.time.Window;

/**
 * One row of a policy table, and what it means.
 *
 * @param category which messages it speaks of, and which contacts it counts; null: all
 */
record Policy(
    String type,
    String kind,
    String id,
    String category,
    Scene.Force force,
    boolean shadow,
    boolean suppresses,
    List<String> overrides,
    Meaning meaning) {

  /** What a row says. */
  interface Meaning {

    boolean reached(Scene scene, Policy policy, Instant t);

    /** A row with {@code Same} is for messages that have the attribute. */
    default boolean isFor(Labels message) {
      return true;
    }

    /** Where that may change, beside the times of contacts and situations. */
    Stream<Instant> turns(Scene scene);

    void fill(RowBuilder row);
  }

  boolean matches(Labels message) {
    return (category == null || category.equals(message.category())) && meaning.isFor(message);
  }

  RowBuilder toRow() {
    RowBuilder row = row(type, id).valid(force.from(), force.to());
    if (category != null) {
      row.match("category", category);
    }
    if (shadow) {
      row.shadow();
    }
    if (suppresses) {
      row.with("whenReached", Waiting.SUPPRESS);
    }
    row.overrides(overrides.toArray(String[]::new));
    meaning.fill(row);
    return row;
  }

  /** Which contacts count. */
  record Counts(boolean account, Set<String> outcomes, boolean sameTopic) {

    private static final Set<String> NONE = Set.of("aborted", "skipped", "refused", "rejected");

    List<Contact> of(Scene scene, Policy policy, Instant t) {
      List<Contact> all = account ? scene.accountContacts() : scene.contacts();
      return all.stream()
          .filter(c -> policy.category == null || policy.category.equals(c.labels().category()))
          .filter(c -> !sameTopic || Objects.equals(c.labels().topic(), scene.message().topic()))
          .filter(c -> isMeant(c, t))
          .filter(
              c ->
                  scene.exemptions().stream()
                      .noneMatch(e -> !e.counts() && e.frees(scene, c.labels(), policy.kind, t)))
          .toList();
    }

    private boolean isMeant(Contact contact, Instant t) {
      return switch (contact.status()) {
        case PLANNED -> outcomes.contains("planned");
        case RESERVED -> t.isBefore(contact.reservedUntil()) && isMeant(contact.outcome());
        case SENT -> isMeant(contact.outcome());
        default -> false;
      };
    }

    private boolean isMeant(String outcome) {
      boolean usual = outcome == null || !NONE.contains(outcome);
      return outcomes.isEmpty()
          ? usual
          : (usual && outcomes.contains("sent")) || (outcome != null && outcomes.contains(outcome));
    }

    boolean areFor(Labels message) {
      return !sameTopic || message.topic() != null;
    }

    void fill(RowBuilder row) {
      if (account) {
        row.with("level", Level.ACCOUNT);
      }
      if (!outcomes.isEmpty()) {
        row.countsOutcome(outcomes.toArray(String[]::new));
      }
      if (sameTopic) {
        row.with("same", List.of("topic"));
      }
    }
  }

  /**
   * A cap over a rolling window.
   *
   * @param weights what a contact of each channel weighs; null: contacts are numbered
   */
  record Rolling(
      Duration length, boolean inclusive, int atMost, Map<String, Double> weights, Counts counts)
      implements Meaning {

    @Override
    public boolean isFor(Labels message) {
      return counts.areFor(message);
    }

    @Override
    public boolean reached(Scene scene, Policy policy, Instant t) {
      List<Contact> counted = counts.of(scene, policy, t);
      Duration reach = inclusive ? length.plus(1, ChronoUnit.MICROS) : length;
      Stream<Instant> ends =
          Stream.concat(Stream.of(t), counted.stream().map(Contact::at).filter(t::isBefore));
      return ends.filter(end -> end.minus(reach).isBefore(t))
          .anyMatch(
              end ->
                  isOver(
                      counted.stream()
                          .filter(c -> !c.at().isAfter(end))
                          .filter(c -> c.at().isAfter(end.minus(reach)))
                          .toList(),
                      scene.message(),
                      atMost,
                      weights));
    }

    @Override
    public Stream<Instant> turns(Scene scene) {
      return scene
          .allContacts()
          .map(c -> c.at().plus(length))
          .flatMap(end -> Stream.of(end, end.plus(1, ChronoUnit.MICROS)));
    }

    @Override
    public void fill(RowBuilder row) {
      String cell = length.toMinutes() + " minutes" + (inclusive ? " inclusive" : "");
      fillCap(row, cell, atMost, weights);
      counts.fill(row);
    }
  }

  /** A cap over a period of the calendar, or over several days in a row. */
  record Calendar(String cell, ZoneId own, int atMost, Map<String, Double> weights, Counts counts)
      implements Meaning {

    private static final Map<String, Function<ZonedDateTime, Object>> PERIODS =
        Map.of(
            "calendar hour", time -> time.toLocalDateTime().truncatedTo(ChronoUnit.HOURS),
            "calendar day", ZonedDateTime::toLocalDate,
            "calendar week", time -> weekFrom(time, DayOfWeek.MONDAY),
            "calendar week from Sunday", time -> weekFrom(time, DayOfWeek.SUNDAY),
            "calendar month", YearMonth::from);

    private static LocalDate weekFrom(ZonedDateTime time, DayOfWeek day) {
      return time.toLocalDate().with(TemporalAdjusters.previousOrSame(day));
    }

    private ZoneId zone(Scene scene) {
      return own == null ? scene.zone() : own;
    }

    @Override
    public boolean isFor(Labels message) {
      return counts.areFor(message);
    }

    @Override
    public boolean reached(Scene scene, Policy policy, Instant t) {
      List<Contact> counted = counts.of(scene, policy, t);
      ZoneId zone = zone(scene);
      if (!PERIODS.containsKey(cell)) {
        int days = Integer.parseInt(cell.substring(0, 1));
        LocalDate today = t.atZone(zone).toLocalDate();
        return IntStream.range(0, days)
            .mapToObj(today::plusDays)
            .anyMatch(last -> isOver(run(counted, last, days, zone), scene));
      }
      Object period = PERIODS.get(cell).apply(t.atZone(zone));
      return isOver(
          counted.stream()
              .filter(c -> PERIODS.get(cell).apply(c.at().atZone(zone)).equals(period))
              .toList(),
          scene);
    }

    private static List<Contact> run(List<Contact> counted, LocalDate last, int days, ZoneId zone) {
      return counted.stream()
          .filter(c -> !c.at().atZone(zone).toLocalDate().isAfter(last))
          .filter(c -> c.at().atZone(zone).toLocalDate().isAfter(last.minusDays(days)))
          .toList();
    }

    private boolean isOver(List<Contact> contacts, Scene scene) {
      return Policy.isOver(contacts, scene.message(), atMost, weights);
    }

    @Override
    public Stream<Instant> turns(Scene scene) {
      int step = cell.equals("calendar hour") ? 60 : 24 * 60;
      return scene.onTheWall(
          zone(scene), IntStream.range(0, 24 * 60 / step).mapToObj(i -> i * step).toList());
    }

    @Override
    public void fill(RowBuilder row) {
      fillCap(row, own == null ? cell : cell + " in " + own, atMost, weights);
      counts.fill(row);
    }
  }

  private static void fillCap(
      RowBuilder row, String window, int atMost, Map<String, Double> weights) {
    row.with("window", Window.parse(window)).with("atMost", atMost);
    if (weights != null) {
      row.with("measure", Measure.WEIGHT);
    }
  }

  private static boolean isOver(
      List<Contact> contacts, Labels message, int atMost, Map<String, Double> weights) {
    if (weights == null) {
      return contacts.size() + 1 > atMost;
    }
    // Weights are tenths: whole numbers add up exactly.
    long tenths = Math.round(10 * weights.get(message.channel()));
    for (Contact contact : contacts) {
      tenths += Math.round(10 * weights.get(contact.labels().channel()));
    }
    return tenths > 10L * atMost;
  }

  /** A distance to other contacts. */
  record Spacing(Duration distance, boolean both, Counts counts) implements Meaning {

    @Override
    public boolean isFor(Labels message) {
      return counts.areFor(message);
    }

    @Override
    public boolean reached(Scene scene, Policy policy, Instant t) {
      return counts.of(scene, policy, t).stream()
          .map(Contact::at)
          .anyMatch(
              at ->
                  at.isAfter(t)
                      ? both && at.minus(distance).isBefore(t)
                      : at.plus(distance).isAfter(t));
    }

    @Override
    public Stream<Instant> turns(Scene scene) {
      return scene.allContacts().map(c -> c.at().plus(distance));
    }

    @Override
    public void fill(RowBuilder row) {
      row.with("atLeast", Span.of(distance))
          .with("direction", both ? Direction.BOTH : Direction.AFTER);
      counts.fill(row);
    }
  }

  /**
   * A part of some days.
   *
   * @param from minute of the day
   * @param to minute of the day; at most {@code from}: of the next one
   */
  record Hours(String days, int from, int to) {

    boolean cover(Scene scene, Instant t) {
      ZonedDateTime shown = t.atZone(scene.zone());
      int minute = shown.getHour() * 60 + shown.getMinute();
      boolean today = includes(shown.getDayOfWeek());
      return from < to
          ? today && from <= minute && minute < to
          : (today && from <= minute) || (includes(shown.getDayOfWeek().minus(1)) && minute < to);
    }

    private boolean includes(DayOfWeek day) {
      return switch (days) {
        case "Mon-Fri" -> day.getValue() <= 5;
        case "Sat, Sun" -> day.getValue() > 5;
        default -> true;
      };
    }

    Stream<Instant> turns(Scene scene) {
      return scene.onTheWall(scene.zone(), List.of(0, from, to));
    }

    TimeRange range() {
      return TimeRange.parse(
          "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60));
    }
  }

  /** Not within some hours. */
  record Quiet(Hours hours) implements Meaning {

    @Override
    public boolean reached(Scene scene, Policy policy, Instant t) {
      return hours.cover(scene, t);
    }

    @Override
    public Stream<Instant> turns(Scene scene) {
      return hours.turns(scene);
    }

    @Override
    public void fill(RowBuilder row) {
      row.with("quiet", hours.range()).with("days", Days.parse(hours.days()));
    }
  }

  /** Only within the hours of all such rows together. */
  record Open(Hours hours) implements Meaning {

    @Override
    public boolean reached(Scene scene, Policy policy, Instant t) {
      List<Policy> windows = new ArrayList<>(scene.policies());
      windows.removeIf(other -> !(other.meaning instanceof Open));
      windows.removeIf(other -> !scene.applies(other, t));
      windows.removeIf(other -> other != policy && scene.isOverridden(other, t));
      windows.removeIf(other -> other.shadow && !policy.shadow);
      return windows.stream().noneMatch(w -> ((Open) w.meaning).hours.cover(scene, t));
    }

    @Override
    public Stream<Instant> turns(Scene scene) {
      return hours.turns(scene);
    }

    @Override
    public void fill(RowBuilder row) {
      row.with("within", hours.range()).with("days", Days.parse(hours.days()));
    }
  }

  /** Not while the customer is in a situation. */
  record InSituation(List<String> names) implements Meaning {

    @Override
    public boolean reached(Scene scene, Policy policy, Instant t) {
      return scene.situations().stream()
          .filter(s -> names.contains(s.name()))
          .anyMatch(
              s -> !t.isBefore(s.startsAt()) && (s.endsAt() == null || t.isBefore(s.endsAt())));
    }

    @Override
    public Stream<Instant> turns(Scene scene) {
      return Stream.of();
    }

    @Override
    public void fill(RowBuilder row) {
      row.with("situation", names).with("outcome", Waiting.EARLIEST);
    }
  }
}
