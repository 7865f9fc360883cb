package org.moderato.packaged.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.moderato.packaged.check.Cap.Level;
import org.moderato.packaged.check.Tables.ContactRow;
import org.moderato.packaged.check.Tables.CustomerRow;

/** The contacts that share a cap, in order of time, and the windows that hold too many. */
final class Windows {

  private final Evidence evidence;
  private final Cap cap;
  private final Map<Long, List<ContactRow>> groups = new HashMap<>();

  Windows(Evidence evidence, Cap cap) {
    this.evidence = evidence;
    this.cap = cap;
    groups.putAll(
        evidence.tables().contacts().stream()
            .filter(contact -> contact.category().equals(cap.category()) && group(contact) != null)
            .sorted(Comparator.comparing(ContactRow::at))
            .collect(Collectors.groupingBy(this::group)));
  }

  Cap cap() {
    return cap;
  }

  /** Contacts of all who share the cap with a customer. */
  List<ContactRow> around(long customer) {
    CustomerRow row = evidence.customer(customer);
    Long group =
        switch (cap.level()) {
          case CUSTOMER -> Long.valueOf(row.person());
          case ACCOUNT -> row.account();
          case HOUSEHOLD -> row.household();
        };
    return group == null ? List.of() : groups.getOrDefault(group, List.of());
  }

  /** Accounts and households are those of the moment; a person is who they are now. */
  private @Nullable Long group(ContactRow contact) {
    if (cap.level() == Level.CUSTOMER) {
      return evidence.customer(contact.customer()).person();
    }
    return cap.level() == Level.ACCOUNT ? contact.account() : contact.household();
  }

  void check() {
    groups.values().forEach(this::check);
  }

  private void check(List<ContactRow> contacts) {
    for (int last = cap.atMost(); last < contacts.size(); last++) {
      ContactRow first = contacts.get(last - cap.atMost());
      if (first.at().plus(cap.window()).isAfter(contacts.get(last).at())) {
        List<ContactRow> window = contacts.subList(last - cap.atMost(), last + 1);
        evidence.found(
            Violation.Kind.OVER_CAP,
            first.customer(),
            "%s: %d contacts from %s on: %s".formatted(cap, window.size(), first.at(), window));
      }
    }
  }
}
