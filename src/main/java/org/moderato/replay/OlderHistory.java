package org.moderato.replay;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.store.PastContacts;
import org.moderato.contact.store.PastContacts.Recorded;
import org.moderato.evaluation.Decision;
import org.moderato.replay.Past.Wish;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.table.Level;

/**
 * Adds history that was not looked at when a decision was made: what had been recorded by then, as
 * it stands in the ledger now. Links and outcomes may have changed since.
 */
@ApplicationScoped
class OlderHistory {

  private static final Comparator<Contact> IN_TIME =
      Comparator.comparing(Contact::at).thenComparing(Contact::id);

  private final PastContacts contacts;

  OlderHistory(PastContacts contacts) {
    this.contacts = contacts;
  }

  /**
   * What is there of all people and groups.
   *
   * @param persons by the customer's surrogate
   * @param accounts by name
   * @param households by name
   */
  private record Found(
      Map<Long, List<Recorded>> persons,
      Map<String, List<Recorded>> accounts,
      Map<String, List<Recorded>> households) {}

  List<Past> load(Connection connection, List<Wish> wishes) throws SQLException {
    Instant earliest = wishes.stream().map(Wish::from).min(Instant::compareTo).orElseThrow();
    Set<Long> ids =
        wishes.stream().map(wish -> decision(wish).customerId()).collect(Collectors.toSet());
    Found found =
        new Found(
            contacts.ofPersons(connection, ids, earliest),
            groups(connection, wishes, Level.ACCOUNT, Customer::account),
            groups(connection, wishes, Level.HOUSEHOLD, Customer::household));
    return wishes.stream().map(wish -> fulfilled(wish, found)).toList();
  }

  private static Past fulfilled(Wish wish, Found found) {
    CustomerView view = wish.past().view();
    Customer customer = view.customer();
    List<Recorded> person = found.persons().getOrDefault(decision(wish).customerId(), List.of());
    List<Recorded> account = of(found.accounts(), customer.account());
    List<Recorded> household = of(found.households(), customer.household());
    CustomerView wider =
        new CustomerView(
            customer,
            merged(wish, Level.CUSTOMER, view.contacts(), person),
            merged(wish, Level.ACCOUNT, view.accountContacts(), account),
            merged(wish, Level.HOUSEHOLD, view.householdContacts(), household),
            wish.from());
    return new Past(wish.past().logged(), wider, wish.levels());
  }

  private static Decision decision(Wish wish) {
    return wish.past().logged().decision();
  }

  private static List<Recorded> of(Map<String, List<Recorded>> groups, @Nullable String name) {
    return name == null ? List.of() : groups.getOrDefault(name, List.of());
  }

  private Map<String, List<Recorded>> groups(
      Connection connection,
      List<Wish> wishes,
      Level level,
      Function<Customer, @Nullable String> name)
      throws SQLException {
    List<Wish> wanting = wishes.stream().filter(wish -> wish.levels().contains(level)).toList();
    Set<String> names =
        wanting.stream()
            .map(wish -> name.apply(wish.past().view().customer()))
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Instant earliest = wanting.stream().map(Wish::from).min(Instant::compareTo).orElse(Instant.MAX);
    return names.isEmpty() ? Map.of() : contacts.ofGroups(connection, level, names, earliest);
  }

  /** What was seen then, and what would have been seen beside it. */
  private static List<Contact> merged(
      Wish wish, Level level, List<Contact> seen, List<Recorded> recorded) {
    if (!wish.levels().contains(level)) {
      return seen;
    }
    Set<UUID> known = seen.stream().map(Contact::id).collect(Collectors.toSet());
    List<Contact> merged = new ArrayList<>(seen);
    recorded.stream()
        .filter(one -> wasRecorded(one, decision(wish)))
        .map(Recorded::contact)
        .filter(contact -> !known.contains(contact.id()) && isWished(wish, level, contact))
        .forEach(merged::add);
    merged.sort(IN_TIME);
    return merged;
  }

  /**
   * Our ids are ordered by time: those of one transaction have one time and differ in their ids.
   */
  private static boolean wasRecorded(Recorded one, Decision decision) {
    int order = one.recordedAt().compareTo(decision.decidedAt());
    return order < 0 || (order == 0 && one.contact().id().compareTo(decision.id()) < 0);
  }

  /** Where history was looked at then, only what is older; else all. */
  private static boolean isWished(Wish wish, Level level, Contact contact) {
    boolean isInReach = contact.at().isAfter(wish.from());
    if (wish.past().levels().contains(level)) {
      return isInReach && !contact.at().isAfter(wish.past().view().loadedFrom());
    }
    Instant endsAt = contact.endsAt();
    return isInReach || (endsAt != null && !endsAt.isBefore(wish.past().at()));
  }
}
