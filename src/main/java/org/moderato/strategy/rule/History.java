package org.moderato.strategy.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.LookbackExceededException;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Judging;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.CountedContacts;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.Direction;
import org.moderato.strategy.table.Level;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.ValueMatch;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.Window;

/** Questions to the contact history; the global {@code history} of the rules. */
public final class History {

  private final Histories histories;
  private final Message message;
  private final Judging judging;
  private final ContactRules rules;
  private final Effort effort;
  private final Map<PolicyRow, Counted> asked = new HashMap<>();

  public History(
      Histories histories, Message message, Judging judging, ContactRules rules, Effort effort) {
    this.histories = histories;
    this.message = message;
    this.judging = judging;
    this.rules = rules;
    this.effort = effort;
  }

  /**
   * The contacts that a row counts, in the window of the row.
   *
   * @throws IllegalArgumentException if the row has no window
   */
  public Counted of(CountingRow row) {
    Window window = row.getWindow();
    if (window == null) {
      throw new IllegalArgumentException(row + " has no window");
    }
    return of(row, window);
  }

  /** The contacts that a row counts, in the given window. */
  public Counted of(CountingRow row, Window window) {
    return remember(row, counted(row, row.getSame(), window));
  }

  /**
   * The contacts that a row counts and that share an attribute with the message, in the window of
   * the row, or ever if it has none.
   *
   * @param same the name of the attribute, such as {@code sequence}
   */
  public Counted ofSame(CountingRow row, String same) {
    Window window = row.getWindow() == null ? new Window.Ever() : row.getWindow();
    return remember(row, counted(row, and(row.getSame(), same), window));
  }

  /**
   * The contacts that a row counts and that share an attribute with the message, since the last
   * response to one of them.
   */
  public Counted unanswered(CountingRow row, String same) {
    return remember(row, ofSame(row, same).since(responses(row, null, same)));
  }

  private static List<String> and(List<String> same, String another) {
    return Stream.concat(same.stream(), Stream.of(another)).toList();
  }

  /**
   * The contacts from which the message must keep a distance.
   *
   * @param distance how far apart; 0 is no distance to keep
   * @param direction whether contacts that lie ahead matter too
   */
  public Counted near(CountingRow row, Span distance, Direction direction) {
    if (distance.isZero()) {
      return remember(row, counted(new Timeline(List.of()), CountingWay.in(new Window.Ever())));
    }
    Window window = new Window.Rolling(distance, false, null);
    reach(window.lookback());
    CountingWay way =
        direction == Direction.BOTH ? CountingWay.in(window) : CountingWay.behind(window);
    return remember(row, counted(contacts(row, row.getSame()), way));
  }

  /** The contacts that a row counts and that run (from their start to their end) at one time. */
  public Counted running(CountingRow row) {
    return remember(
        row, counted(contacts(row, row.getSame()), CountingWay.running(message.endsAt())));
  }

  /**
   * How many contacts of the person lie in a window, for rule tables.
   *
   * @param category null: any
   * @param channel null: any
   * @param window as a cell says it, such as {@code 7 days}
   */
  public int count(@Nullable String category, @Nullable String channel, String window) {
    Window parsed = Window.parse(window);
    reach(parsed.lookback());
    Map<Attribute, ValueMatch> matches = new HashMap<>();
    name(matches, "category", category);
    name(matches, "channel", channel);
    CountedContacts counts =
        new CountedContacts(new Scope(matches), ValueMatch.ANY, ValueMatch.ANY, false);
    Timeline counting = contacts(Level.CUSTOMER, counts, List.of());
    return counted(kept(counting, parsed), CountingWay.in(parsed)).getCount();
  }

  private static void name(
      Map<Attribute, ValueMatch> matches, String attribute, @Nullable String word) {
    if (word != null) {
      matches.put(
          Attribute.BUILT_IN.get(attribute), new ValueMatch.AnyOf(Set.of(Names.word(word))));
    }
  }

  /**
   * The customer's responses up to the judged instant, to contacts that the row counts and that
   * share an attribute with the message; oldest first.
   *
   * @param names words of the vocabulary, such as {@code reply}; null or empty: any
   * @param same the name of the attribute, such as {@code sequence}
   */
  public List<Response> responses(CountingRow row, @Nullable List<String> names, String same) {
    effort.check();
    Set<String> wanted =
        names == null ? Set.of() : names.stream().map(Names::word).collect(Collectors.toSet());
    ContactFilter filter =
        new ContactFilter(row.getCounts(), and(row.getSame(), same), message, customer());
    return customer().responses().stream()
        .filter(response -> wanted.isEmpty() || wanted.contains(Names.word(response.name())))
        .filter(response -> !response.at().isAfter(judging.at()))
        .filter(response -> filter.acceptsLabels(response.labels()))
        .toList();
  }

  /** Which questions rows asked in this round, for explaining. */
  public Map<PolicyRow, Counted> asked() {
    return asked;
  }

  private Counted remember(PolicyRow row, Counted counted) {
    asked.put(row, counted);
    return counted;
  }

  private Counted counted(CountingRow row, List<String> same, Window window) {
    reach(window.lookback());
    return counted(kept(contacts(row, same), window), CountingWay.in(window));
  }

  /** {@code ever} reaches as far back as history is kept, however much was loaded for others. */
  private Timeline kept(Timeline contacts, Window window) {
    if (window.lookback().isPresent()) {
      return contacts;
    }
    Instant excluded = judging.askedAt().minus(rules.historyKept());
    return contacts.only(contact -> contact.at().isAfter(excluded));
  }

  private Timeline contacts(CountingRow row, List<String> same) {
    Timeline counting = contacts(row.getLevel(), row.getCounts(), same);
    String kind = row.getHead().kind();
    return rules.mayUncount()
        ? counting.only(contact -> !rules.isUncounted(contact, kind))
        : counting;
  }

  private Counted counted(Timeline counting, CountingWay way) {
    return new Counted(counting, way, judging, rules, message.labels());
  }

  private Timeline contacts(Level level, CountedContacts counts, List<String> same) {
    effort.check();
    return histories.counting(new Histories.Question(level, counts, same), message);
  }

  private Customer customer() {
    return histories.view().customer();
  }

  /** Makes sure that all contacts of the last such time were loaded. */
  private void reach(Optional<Duration> lookback) {
    effort.check();
    Duration needed = lookback.orElse(rules.historyKept());
    Instant loadedFrom = histories.view().loadedFrom();
    if (loadedFrom.equals(Instant.MIN)) {
      return;
    }
    if (judging.at().minus(needed).isBefore(loadedFrom)) {
      throw new LookbackExceededException(
          Duration.between(judging.at().minus(needed), judging.askedAt()));
    }
  }
}
