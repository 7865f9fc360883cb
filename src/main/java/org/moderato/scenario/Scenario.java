package org.moderato.scenario;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.Source;

/**
 * One test case: a customer with a history, and messages one after the other with what is expected
 * of their verdicts.
 *
 * @param name what it shows, in words
 * @param source its file and line, or its row of a sheet
 * @param todo why it is not expected to pass yet; null: it is
 * @param customer whom it is about
 * @param steps at least one
 */
public record Scenario(
    String name,
    Source source,
    @Nullable String todo,
    ScenarioCustomer customer,
    List<Step> steps) {

  public Scenario {
    steps = List.copyOf(steps);
  }

  /** The same, from another place. */
  public Scenario from(Source place) {
    return new Scenario(name, place, todo, customer, steps);
  }

  /** Whether its name or its file contains a text, whatever its case. */
  public boolean isNamed(String part) {
    String wanted = part.toLowerCase(Locale.ROOT);
    return name.toLowerCase(Locale.ROOT).contains(wanted)
        || source.file().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
