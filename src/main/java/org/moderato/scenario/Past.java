package org.moderato.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;

/** What has happened in a scenario so far, as the ledger would keep it. Not thread-safe. */
final class Past {

  private final ScenarioCustomer customer;
  private final List<PastContact> contacts = new ArrayList<>();
  private final List<Response> responses = new ArrayList<>();
  private final List<Situation> situations = new ArrayList<>();

  Past(ScenarioCustomer customer) {
    this.customer = customer;
    responses.addAll(customer.facts().responses());
    situations.addAll(customer.facts().situations());
  }

  void add(Step step) {
    contacts.addAll(step.happened());
    responses.addAll(step.responses());
    for (Situation situation : step.situations()) {
      situations.removeIf(known -> Names.word(known.name()).equals(Names.word(situation.name())));
      situations.add(situation);
    }
  }

  /** A message that went out. */
  void send(Message message, String channel, Instant at) {
    String sender = message.getDepartment() == null ? "" : Names.word(message.getDepartment());
    Contact contact =
        new Contact(
            new UUID(1, contacts.size()),
            sender,
            message.messageId(),
            at,
            message.endsAt(),
            ContactStatus.SENT,
            null,
            null,
            message.labels().onChannel(channel));
    Customer facts = customer.facts();
    contacts.add(new PastContact(contact, customer.id(), facts.account(), facts.household()));
  }

  CustomerView view() {
    Customer facts = customer.facts();
    return new CustomerView(
        customerNow(),
        contacts(past -> customer.isMeantBy(past.customerId())),
        contacts(past -> isSame(facts.account(), past.account())),
        contacts(past -> isSame(facts.household(), past.household())),
        Instant.MIN);
  }

  private static boolean isSame(@Nullable String group, @Nullable String other) {
    return group != null && group.equals(other);
  }

  private List<Contact> contacts(Predicate<PastContact> wanted) {
    return contacts.stream()
        .filter(wanted)
        .map(PastContact::contact)
        .sorted(Comparator.comparing(Contact::at).thenComparing(Contact::id))
        .toList();
  }

  private Customer customerNow() {
    Customer facts = customer.facts();
    List<Response> answered =
        responses.stream().map(this::answering).sorted(Comparator.comparing(Response::at)).toList();
    List<Consent> consents = new ArrayList<>(facts.consents());
    for (int i = 0; i < responses.size(); i++) {
      answering(responses.get(i)).optOut(responses.get(i).labels()).ifPresent(consents::add);
    }
    return new Customer(
        facts.country(),
        facts.region(),
        facts.zone(),
        facts.language(),
        facts.stage(),
        facts.segments(),
        facts.account(),
        facts.household(),
        facts.attributes(),
        consents,
        situations,
        answered);
  }

  /** A response to a known message has that message's labels. */
  private Response answering(Response response) {
    return labelsOf(response.messageId())
        .map(
            labels ->
                new Response(
                    response.name(),
                    response.intent(),
                    response.at(),
                    response.messageId(),
                    labels))
        .orElse(response);
  }

  private Optional<Labels> labelsOf(@Nullable String messageId) {
    return contacts.stream()
        .map(PastContact::contact)
        .filter(contact -> contact.messageId().equals(messageId))
        .map(Contact::labels)
        .findFirst();
  }
}
