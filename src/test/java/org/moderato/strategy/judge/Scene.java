package org.moderato.strategy.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Situation;

/**
 * A customer, a message and some policies, and what they mean: told once more, by trying every
 * instant at which anything may change. Nothing here is shared with the judge.
 *
 * @param zone the customer's
 * @param strategyZone whose days say when rows are in force
 */
record Scene(
    Instant askedAt,
    ZoneId zone,
    ZoneId strategyZone,
    Labels message,
    List<Contact> contacts,
    List<Contact> accountContacts,
    List<Situation> situations,
    List<Policy> policies,
    List<Exempt> exemptions) {

  /** A row of the exemption table. */
  record Exempt(
      String id, Force force, String category, List<String> kinds, boolean counts, boolean shadow) {

    boolean frees(Scene scene, Labels labels, String kind, Instant t) {
      return !shadow
          && force.holds(scene, t)
          && (category == null || category.equals(labels.category()))
          && kinds.contains(kind);
    }
  }

  /** The days through which a row is in force; null: no bound. */
  record Force(LocalDate from, LocalDate to) {

    boolean holds(Scene scene, Instant t) {
      LocalDate day = t.atZone(scene.strategyZone).toLocalDate();
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    Stream<Instant> turns(Scene scene) {
      return Stream.of(
              Optional.ofNullable(from), Optional.ofNullable(to).map(day -> day.plusDays(1)))
          .flatMap(Optional::stream)
          .map(day -> day.atStartOfDay(scene.strategyZone).toInstant());
    }
  }

  /** Whether a policy speaks against the message and is acted upon. */
  boolean acts(Policy policy, Instant t) {
    return !policy.shadow()
        && speaks(policy, t)
        && !isOverridden(policy, t)
        && exemptions.stream().noneMatch(e -> e.frees(this, message, policy.kind(), t));
  }

  /** Whether a policy speaks against the message, if it were alone. */
  boolean speaks(Policy policy, Instant t) {
    return applies(policy, t) && policy.meaning().reached(this, policy, t);
  }

  boolean applies(Policy policy, Instant t) {
    return policy.force().holds(this, t) && policy.matches(message);
  }

  boolean isOverridden(Policy policy, Instant t) {
    return policies.stream()
        .filter(other -> other != policy && !other.shadow() && applies(other, t))
        .filter(other -> other.type().equals(policy.type()))
        .anyMatch(
            other ->
                other.overrides().contains(policy.id())
                    || (other.overrides().contains("general")
                        && policy.category() == null
                        && other.category() != null));
  }

  boolean isFree(Instant t) {
    return policies.stream().noneMatch(policy -> acts(policy, t));
  }

  /** The first instant at which no policy acts. */
  Optional<Instant> firstFree(SortedSet<Instant> turns) {
    return turns.stream().filter(this::isFree).findFirst();
  }

  /** All instants from the asked one on at which anything may change. */
  SortedSet<Instant> turns() {
    SortedSet<Instant> turns = new TreeSet<>();
    turns.add(askedAt);
    Stream.of(
            policies.stream().flatMap(policy -> policy.force().turns(this)),
            exemptions.stream().flatMap(exemption -> exemption.force().turns(this)),
            policies.stream().flatMap(policy -> policy.meaning().turns(this)),
            situations.stream().map(Situation::startsAt),
            situations.stream().flatMap(s -> Stream.ofNullable(s.endsAt())),
            allContacts().map(Contact::at),
            allContacts().flatMap(c -> Stream.ofNullable(c.reservedUntil())))
        .flatMap(changes -> changes)
        .filter(askedAt::isBefore)
        .forEach(turns::add);
    return turns;
  }

  Stream<Contact> allContacts() {
    return Stream.concat(contacts.stream(), accountContacts.stream());
  }

  /** Every instant at which the wall shows that minute of a day, and every change of the clock. */
  Stream<Instant> onTheWall(ZoneId where, List<Integer> minutes) {
    List<Instant> instants = new ArrayList<>();
    LocalDate first = askedAt.atZone(where).toLocalDate().minusDays(1);
    for (int day = 0; day < 45; day++) {
      for (int minute : minutes) {
        var local = first.plusDays(day).atStartOfDay().plusMinutes(minute);
        where
            .getRules()
            .getValidOffsets(local)
            .forEach(offset -> instants.add(local.toInstant(offset)));
      }
    }
    Instant last = askedAt.plus(Duration.ofDays(45));
    var change = where.getRules().nextTransition(askedAt.minus(1, ChronoUnit.MICROS));
    while (change != null && change.getInstant().isBefore(last)) {
      instants.add(change.getInstant());
      change = where.getRules().nextTransition(change.getInstant());
    }
    return instants.stream();
  }

  static List<Contact> sorted(List<Contact> contacts) {
    return contacts.stream().sorted(Comparator.comparing(Contact::at)).toList();
  }
}
