package org.moderato.scenario;

import java.time.ZoneId;
import java.util.Set;
import org.moderato.strategy.fact.Customer;

/**
 * Whom a scenario is about.
 *
 * @param id their id; only entries of the history refer to it
 * @param links ids that are the same person
 * @param zone on whose clock the scenario's times are read, and shown
 * @param facts what is known of them before the first step
 */
public record ScenarioCustomer(String id, Set<String> links, ZoneId zone, Customer facts) {

  public ScenarioCustomer {
    links = Set.copyOf(links);
  }

  /** Whether an id is this person. */
  boolean isMeantBy(String other) {
    return other.equals(id) || links.contains(other);
  }
}
