package org.moderato;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.fact.Situation;

/** Customers for tests of the judge, of whom little is known. */
public final class TestCustomer {

  private final List<Consent> consents = new ArrayList<>();
  private final List<Situation> situations = new ArrayList<>();
  private final List<Response> responses = new ArrayList<>();
  private String country;
  private ZoneId zone;
  private Set<String> segments = Set.of();

  public TestCustomer country(String theirs) {
    country = theirs;
    return this;
  }

  public TestCustomer zone(String theirs) {
    zone = ZoneId.of(theirs);
    return this;
  }

  public TestCustomer segments(String... theirs) {
    segments = Set.of(theirs);
    return this;
  }

  /**
   * @param until null: nobody knows
   */
  public TestCustomer situation(String name, String from, String until) {
    situations.add(new Situation(name, Instant.parse(from), instant(until)));
    return this;
  }

  /** Said about everything on one channel. */
  public TestCustomer consent(String channel, boolean optedIn, String from, String until) {
    consents.add(new Consent(channel, null, null, optedIn, Instant.parse(from), instant(until)));
    return this;
  }

  public TestCustomer response(Response response) {
    responses.add(response);
    return this;
  }

  private static Instant instant(String text) {
    return text == null ? null : Instant.parse(text);
  }

  public Customer build() {
    return new Customer(
        country,
        null,
        zone,
        null,
        null,
        segments,
        null,
        null,
        Attributes.NONE,
        consents,
        situations,
        responses);
  }
}
