package org.moderato.strategy.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Labels;

/** All rows of one type, over all workbooks, and the index that finds the matching ones. */
public final class Table {

  private final TableType type;
  private final List<PolicyRow> rows;
  private final MatchIndex index;
  private final long[] validFrom;
  private final long[] validUntil;
  private final NavigableSet<Instant> changes;
  private final NavigableSet<Instant> reliefs;

  /**
   * @param rows in the order of the sheets
   * @param zone the zone of the days in which rows are in force
   */
  public Table(TableType type, List<? extends PolicyRow> rows, ZoneId zone) {
    this.type = type;
    this.rows = List.copyOf(rows);
    this.index = new MatchIndex(rows.stream().map(row -> row.getHead().scope()).toList());
    this.validFrom = new long[rows.size()];
    this.validUntil = new long[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      RowHead head = rows.get(i).getHead();
      validFrom[i] = startOf(head.validFrom(), zone, Long.MIN_VALUE);
      LocalDate last = head.validTo();
      validUntil[i] = startOf(last == null ? null : last.plusDays(1), zone, Long.MAX_VALUE);
    }
    this.changes = changes(i -> true);
    this.reliefs = changes(i -> relieves(this.rows.get(i)));
  }

  private NavigableSet<Instant> changes(IntPredicate which) {
    return IntStream.range(0, rows.size())
        .filter(which)
        .boxed()
        .flatMap(i -> Stream.of(validFrom[i], validUntil[i]))
        .filter(change -> change != Long.MIN_VALUE && change != Long.MAX_VALUE)
        .map(Instant::ofEpochMilli)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether others may pass by what it says: exemptions, weights, what overrides them. */
  private boolean relieves(PolicyRow row) {
    return type.base() == TableType.Base.POLICY || !row.getHead().overrides().isEmpty();
  }

  private static long startOf(@Nullable LocalDate day, ZoneId zone, long otherwise) {
    return day == null ? otherwise : day.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  public TableType type() {
    return type;
  }

  public List<PolicyRow> rows() {
    return rows;
  }

  /** All rows that are in force at an instant, whatever they match. */
  public List<PolicyRow> inForce(Instant at) {
    long instant = at.toEpochMilli();
    return IntStream.range(0, rows.size())
        .filter(position -> isInForce(position, instant))
        .mapToObj(rows::get)
        .toList();
  }

  private boolean isInForce(int position, long instant) {
    return validFrom[position] <= instant && instant < validUntil[position];
  }

  /** The rows that speak of such a message, or contact, and are in force at the given instant. */
  public List<PolicyRow> matching(Labels labels, Customer customer, Instant at) {
    return rows.isEmpty() ? new ArrayList<>() : speaking(labels, customer).inForce(at);
  }

  /** The rows that speak of such a message, or contact, whenever they are in force. */
  public Speaking speaking(Labels labels, Customer customer) {
    return new Speaking(index.matching(labels, customer));
  }

  /** The rows that speak of one message: found once, and asked for at several instants. */
  public final class Speaking {

    private final int[] positions;

    private Speaking(int[] positions) {
      this.positions = positions;
    }

    /** Those that are in force at an instant, in the order of the sheets. */
    public List<PolicyRow> inForce(Instant at) {
      List<PolicyRow> inForce = new ArrayList<>(positions.length);
      long instant = at.toEpochMilli();
      for (int position : positions) {
        if (isInForce(position, instant)) {
          inForce.add(rows.get(position));
        }
      }
      return inForce;
    }
  }

  /**
   * The first instant after the given one at which a row comes into force or goes out of it.
   *
   * @return empty if there is none
   */
  public Optional<Instant> nextChange(Instant after) {
    return Optional.ofNullable(changes.higher(after));
  }

  /**
   * The first instant after the given one at which a row comes into force or goes out of it that
   * may let a message pass which other rows hold back.
   *
   * @return empty if there is none
   */
  public Optional<Instant> nextRelief(Instant after) {
    return Optional.ofNullable(reliefs.higher(after));
  }

  /**
   * The most specific of the matching rows that are enforced: one within whose scope no other lies.
   *
   * @return empty if none matches
   */
  public Optional<PolicyRow> mostSpecific(Labels labels, Customer customer, Instant at) {
    return mostSpecific(matching(labels, customer, at));
  }

  /** The same of rows that were found before. */
  public static Optional<PolicyRow> mostSpecific(List<PolicyRow> matching) {
    return matching.isEmpty()
        ? Optional.empty()
        : innermost(matching.stream().filter(PolicyRow::isEnforced).toList()).findFirst();
  }

  /**
   * A row in shadow that would be the most specific one if all that match were enforced.
   *
   * @return empty if there is none
   */
  public static Optional<PolicyRow> mostSpecificInShadow(List<PolicyRow> matching) {
    return matching.stream().allMatch(PolicyRow::isEnforced)
        ? Optional.empty()
        : innermost(matching).filter(row -> !row.isEnforced()).findFirst();
  }

  private static Stream<PolicyRow> innermost(List<PolicyRow> matching) {
    return matching.stream()
        .filter(row -> matching.stream().noneMatch(other -> isWithin(other, row)));
  }

  private static boolean isWithin(PolicyRow inner, PolicyRow outer) {
    return inner.getHead().scope().isStrictlyWithin(outer.getHead().scope());
  }
}
