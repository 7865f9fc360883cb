package org.moderato.strategy.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Judging;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.table.Measure;
import org.moderato.strategy.time.Occupancy;

/**
 * The answer to a question to the history: the contacts that count, in the most crowded window that
 * contains the judged instant.
 */
public final class Counted {

  private final Timeline contacts;
  private final CountingWay way;
  private final Judging judging;
  private final ContactRules rules;
  private final Labels message;
  private final Crowd.Members members;

  private Number limit = Double.POSITIVE_INFINITY;
  private Measure measure = Measure.CONTACTS;

  Counted(Timeline contacts, CountingWay way, Judging judging, ContactRules rules, Labels message) {
    this.contacts = contacts;
    this.way = way;
    this.judging = judging;
    this.rules = rules;
    this.message = message;
    this.members = crowd(judging.at(), Measure.CONTACTS).at(judging.at());
  }

  /** How many contacts count. */
  public int getCount() {
    return members.contacts().size();
  }

  /** The greatest sum of their weights in one window that contains the judged instant. */
  public double getWeight() {
    return crowd(judging.at(), Measure.WEIGHT).at(judging.at()).weight();
  }

  /** The contacts, oldest first. */
  public List<Contact> getContacts() {
    return measure == Measure.CONTACTS
        ? members.contacts()
        : crowd(judging.at(), Measure.WEIGHT).at(judging.at()).contacts();
  }

  /** Whether another contact would break the limit. */
  public boolean reaches(@Nullable Number limit) {
    return reaches(limit, Measure.CONTACTS);
  }

  /**
   * Whether the message would break the limit.
   *
   * @param limit how much a window may hold; null: no limit. 0 means what {@code Settings} says
   */
  public boolean reaches(@Nullable Number limit, Measure measure) {
    if (limit == null || (limit.doubleValue() == 0 && rules.zeroMeansUnlimited())) {
      return false;
    }
    this.limit = limit;
    this.measure = measure;
    return !Occupancy.fits(fullness(), room());
  }

  /** What is held against the limit: the number of contacts, or their weight. */
  public double fullness() {
    return measure == Measure.CONTACTS ? getCount() : getWeight();
  }

  /** What a window may hold beside the message. */
  private double room() {
    return limit.doubleValue() - (measure == Measure.CONTACTS ? 1 : rules.weightOf(message));
  }

  /** The limit that was asked about last. */
  public Number getLimit() {
    return limit;
  }

  /** What the limit limits. */
  public Measure getMeasure() {
    return measure;
  }

  /**
   * The first instant from the judged one on at which the limit lets the message pass.
   *
   * @return empty if it never does
   */
  public Optional<Instant> freeAt() {
    Instant from = judging.at();
    while (true) {
      Optional<Instant> free = crowd(from, measure).firstFree(from, room());
      Optional<Instant> lapse = nextLapse(from);
      // A reservation that lapses before makes room earlier.
      if (lapse.isEmpty() || (free.isPresent() && free.get().isBefore(lapse.get()))) {
        return free;
      }
      from = lapse.get();
    }
  }

  private Optional<Instant> nextLapse(Instant from) {
    if (!contacts.hasReservations()) {
      return Optional.empty();
    }
    return contacts.contacts().stream()
        .filter(c -> c.status() == ContactStatus.RESERVED)
        .flatMap(c -> Optional.ofNullable(c.reservedUntil()).stream())
        .filter(from::isBefore)
        .min(Comparator.naturalOrder());
  }

  /** Whether a reservation, which may yet lapse or be released, stands in the way. */
  public boolean isProvisional() {
    return contacts.hasReservations()
        && getContacts().stream().anyMatch(c -> c.status() == ContactStatus.RESERVED);
  }

  /** The latest of the contacts; null if there is none. */
  public @Nullable Contact getLast() {
    List<Contact> counting = members.contacts();
    return counting.isEmpty() ? null : counting.get(counting.size() - 1);
  }

  /** The latest of the contacts in words, such as {@code bill by post on 2026-11-20}. */
  public String getLastInWords() {
    Contact last = getLast();
    if (last == null) {
      return "no contact";
    }
    Labels labels = last.labels();
    String what = labels.category() == null ? "contact" : labels.category();
    String by = labels.channel() == null ? "" : " by " + labels.channel();
    return what + by + " on " + last.at().atZone(judging.zone()).toLocalDate();
  }

  /** Whether one of the contacts that share a window with the judged instant has taken place. */
  public boolean hasHappened() {
    return live().stream()
        .filter(contact -> !contact.at().isAfter(judging.at()))
        .anyMatch(contact -> !only(new Timeline(List.of(contact))).members.contacts().isEmpty());
  }

  /** When the next of the contacts takes place; null if none lies ahead. */
  public @Nullable Instant getNext() {
    return live().stream().map(Contact::at).filter(judging.at()::isBefore).findFirst().orElse(null);
  }

  /** The same question for one step of a sequence only. */
  public Counted ofStep(int step) {
    return only(contacts.only(c -> Objects.equals(c.labels().step(), step)));
  }

  /** The same question for the contacts after the latest of some responses only. */
  public Counted since(List<Response> responses) {
    Optional<Instant> latest = responses.stream().map(Response::at).max(Comparator.naturalOrder());
    return latest.isEmpty() ? this : only(contacts.only(c -> c.at().isAfter(latest.get())));
  }

  private Counted only(Timeline some) {
    return new Counted(some, way, judging, rules, message);
  }

  private Crowd crowd(Instant at, Measure measure) {
    Timeline live = contacts.liveAt(at);
    return way.over(live, measure == Measure.CONTACTS ? null : weights(live), judging.zone());
  }

  private double[] weights(Timeline live) {
    return live.contacts().stream().mapToDouble(c -> rules.weightOf(c.labels())).toArray();
  }

  private List<Contact> live() {
    return contacts.liveAt(judging.at()).contacts();
  }
}
