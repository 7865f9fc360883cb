package org.moderato.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.moderato.release.workbook.TestWorkbooks;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;

/**
 * A table of frequency caps of which, however many rows it has, about ten speak of the message; one
 * cell of match columns in fifty is blank. The same for every engine.
 */
public final class CapTable {

  static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private static final int BLANKS = 50;
  private static final int MATCHING = 10;
  private static final int LONGEST_WINDOW_DAYS = 60;
  private static final int LARGEST_LIMIT = 20;

  private final Words words;
  private final List<Cap> rows;

  /** How many words each match column has: the more rows, the more words. */
  private record Words(int channels, int categories, int departments, int countries) {

    static Words of(int combinations) {
      return switch (combinations) {
        case 1 -> new Words(1, 1, 1, 1);
        case 10 -> new Words(5, 2, 1, 1);
        case 100 -> new Words(5, 5, 2, 2);
        case 500 -> new Words(5, 5, 4, 5);
        case 1_000 -> new Words(5, 5, 4, 10);
        case 2_000 -> new Words(5, 8, 5, 10);
        default -> throw new IllegalArgumentException("no words for " + combinations);
      };
    }
  }

  /**
   * @param size 10, 100, 1000, 5000, 10000 or 20000
   */
  public CapTable(int size) {
    words = Words.of(size / MATCHING);
    Random random = new Random(7);
    rows = IntStream.range(0, size).mapToObj(i -> row(i, random)).toList();
  }

  private CapTable(Words words, List<Cap> rows) {
    this.words = words;
    this.rows = rows;
  }

  private Cap row(int number, Random random) {
    return new Cap(
        "cap-" + number,
        cell("channel", words.channels, random),
        cell("category", words.categories, random),
        cell("department", words.departments, random),
        cell("country", words.countries, random),
        1 + random.nextInt(LONGEST_WINDOW_DAYS),
        1 + random.nextInt(LARGEST_LIMIT));
  }

  private static String cell(String column, int count, Random random) {
    return random.nextInt(BLANKS) == 0 ? Cap.ANY : word(column, random.nextInt(count));
  }

  private static String word(String column, int number) {
    return column.equals("country")
        ? "" + (char) ('A' + number) + (char) ('A' + number)
        : column + "-" + number;
  }

  /** The table with another limit in its first row, as after an edit. */
  public CapTable edited(int atMost) {
    List<Cap> edited = new ArrayList<>(rows);
    edited.set(0, rows.get(0).limitedTo(atMost));
    return new CapTable(words, edited);
  }

  List<Cap> rows() {
    return rows;
  }

  /**
   * The table as business users write it.
   *
   * @param whenReached {@code wait}, or {@code suppress}, which takes one pass
   */
  public byte[] workbook(String whenReached) {
    String lines =
        rows.stream()
            .map(row -> line(row, whenReached))
            .collect(
                Collectors.joining(
                    "\n",
                    "Id|Channel|Category|Department|Country|Window|At most|When reached\n",
                    ""));
    return new TestWorkbooks().sheet("Frequency cap", lines).bytes();
  }

  private static String line(Cap row, String whenReached) {
    return String.join(
        "|",
        row.id(),
        row.channel(),
        row.category(),
        row.department(),
        row.country(),
        row.days() + " days",
        String.valueOf(row.atMost()),
        whenReached);
  }

  /** A message of which about ten rows speak. */
  Message message() {
    return new Message(
        "message", labels("channel-0", "category-0", "department-0"), List.of(), null, null);
  }

  Customer customer() {
    Customer nobody = Customer.UNKNOWN;
    return nobody.orElse(word("country", 0), "en");
  }

  /** A history over the last sixty days, a third of whose labels are the message's. */
  CustomerView view(int contacts) {
    Random random = new Random(11);
    List<Contact> history = new ArrayList<>();
    for (int i = 0; i < contacts; i++) {
      Duration age =
          Duration.ofDays(LONGEST_WINDOW_DAYS).multipliedBy(contacts - i).dividedBy(contacts + 1);
      history.add(contact(i, NOW.minus(age), random));
    }
    return new CustomerView(customer(), history, List.of(), List.of(), Instant.MIN);
  }

  private Contact contact(int number, Instant at, Random random) {
    Labels labels =
        labels(
            label("channel", words.channels, random),
            label("category", words.categories, random),
            label("department", words.departments, random));
    return new Contact(
        UUID.randomUUID(),
        "department-0",
        "contact-" + number,
        at,
        null,
        ContactStatus.SENT,
        null,
        null,
        labels);
  }

  private static String label(String column, int count, Random random) {
    return word(column, random.nextInt(3) == 0 ? 0 : random.nextInt(count));
  }

  private static Labels labels(String channel, String category, String department) {
    return new Labels(
        channel, category, department, null, null, null, null, null, null, Attributes.NONE);
  }
}
