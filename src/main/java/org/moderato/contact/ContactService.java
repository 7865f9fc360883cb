package org.moderato.contact;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.store.ContactStore;

/** Contacts that were made outside or are planned, and what became of those that were allowed. */
@ApplicationScoped
public class ContactService {

  private final Ledger ledger;
  private final ContactStore contacts;
  private final ReportRecorder reports;
  private final MeterRegistry metrics;

  ContactService(
      Ledger ledger, ContactStore contacts, ReportRecorder reports, MeterRegistry metrics) {
    this.ledger = ledger;
    this.contacts = contacts;
    this.reports = reports;
    this.metrics = metrics;
  }

  /** Records one contact. */
  public Recorded record(ContactReport report) {
    return recordAll(List.of(report)).get(0);
  }

  /** Records a group of contacts in one transaction: all of them or none. */
  public List<Recorded> recordAll(List<ContactReport> all) {
    List<CustomerRef> customers =
        all.stream().map(ContactReport::customerId).map(CustomerRef::withGroups).toList();
    List<Recorded> recorded =
        ledger.locked(
            customers,
            locked -> {
              List<Recorded> answers = new ArrayList<>();
              for (ContactReport report : all) {
                answers.add(reports.record(locked, report));
              }
              return answers;
            });
    recorded.stream()
        .filter(Recorded::wentAgainstVerdict)
        .forEach(r -> metrics.counter("moderato.contacts.despite.verdict").increment());
    return recorded;
  }

  /**
   * One page of a person's contacts, the last recorded first.
   *
   * @param before only those recorded before this one; null: from the newest
   * @return empty if the customer was never heard of
   */
  public Optional<List<LedgerEntry>> page(String customerId, @Nullable UUID before, int limit) {
    return ledger.reading(
        customerId,
        locked -> {
          KnownCustomer known = locked.customers().get(customerId);
          if (known == null) {
            return Optional.<List<LedgerEntry>>empty();
          }
          List<LedgerEntry> page = contacts.page(locked.connection(), known, before, limit);
          return Optional.of(page.stream().map(entry -> entry.asOf(locked.now())).toList());
        });
  }
}
