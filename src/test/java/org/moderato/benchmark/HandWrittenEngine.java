package org.moderato.benchmark;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;

/**
 * The floor: what somebody would write who needs this one table only. A bit set of rows for each
 * word of each column, and a loop over the history for each row that is left.
 */
final class HandWrittenEngine implements Engine {

  private final List<Cap> rows;
  private final Column channels;
  private final Column categories;
  private final Column departments;
  private final Column countries;

  /** A row whose limit is reached. */
  private record Reached(Cap cap, int count) {}

  HandWrittenEngine(List<Cap> rows) {
    this.rows = rows;
    this.channels = new Column(rows, Cap::channel);
    this.categories = new Column(rows, Cap::category);
    this.departments = new Column(rows, Cap::department);
    this.countries = new Column(rows, Cap::country);
  }

  /** The rows that accept each word, and those that accept every word. */
  private static final class Column {

    private final Map<String, long[]> rowsOf = new HashMap<>();
    private final long[] blank;

    Column(List<Cap> rows, Function<Cap, String> cell) {
      int longs = (rows.size() + Long.SIZE - 1) / Long.SIZE;
      blank = new long[longs];
      rows.forEach(row -> rowsOf.putIfAbsent(cell.apply(row), new long[longs]));
      for (int i = 0; i < rows.size(); i++) {
        String word = cell.apply(rows.get(i));
        set(word.equals(Cap.ANY) ? blank : rowsOf.get(word), i);
      }
      rowsOf.values().forEach(this::addBlank);
    }

    private static void set(long[] bits, int index) {
      bits[index / Long.SIZE] |= 1L << index;
    }

    private void addBlank(long[] bits) {
      for (int i = 0; i < bits.length; i++) {
        bits[i] |= blank[i];
      }
    }

    long[] rows(String word) {
      return rowsOf.getOrDefault(word, blank);
    }
  }

  @Override
  public List<Reached> pass(Message message, CustomerView view) {
    Labels labels = message.labels();
    long[] one = channels.rows(labels.channel());
    long[] two = categories.rows(labels.category());
    long[] three = departments.rows(labels.department());
    long[] four = countries.rows(view.customer().country());
    List<Reached> reached = new ArrayList<>();
    for (int i = 0; i < one.length; i++) {
      for (long bits = one[i] & two[i] & three[i] & four[i]; bits != 0; bits &= bits - 1) {
        Cap cap = rows.get(i * Long.SIZE + Long.numberOfTrailingZeros(bits));
        int count = count(cap, view.contacts());
        if (count >= cap.atMost()) {
          reached.add(new Reached(cap, count));
        }
      }
    }
    return reached;
  }

  private static int count(Cap cap, List<Contact> contacts) {
    long now = CapTable.NOW.toEpochMilli();
    long after = now - cap.days() * 86_400_000L;
    int count = 0;
    for (Contact contact : contacts) {
      long at = contact.at().toEpochMilli();
      if (at > after && at <= now && accepts(cap, contact.labels())) {
        count++;
      }
    }
    return count;
  }

  private static boolean accepts(Cap cap, Labels labels) {
    return accepts(cap.channel(), labels.channel())
        && accepts(cap.category(), labels.category())
        && accepts(cap.department(), labels.department());
  }

  private static boolean accepts(String cell, String word) {
    return cell.equals(Cap.ANY) || cell.equals(word);
  }

  @Override
  public Map<String, Integer> reached(Message message, CustomerView view) {
    return pass(message, view).stream()
        .collect(Collectors.toMap(r -> r.cap().id(), Reached::count));
  }
}
