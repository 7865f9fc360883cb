package org.moderato.scenario.file;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderato.release.Problem;
import org.moderato.scenario.Scenario;
import org.moderato.strategy.judge.Strategy;

/**
 * One question outside a scenario: a message as the evaluation endpoint takes it, and a customer
 * with a history as a scenario has them.
 */
public final class Inquiry {

  private static final String FILE = "message";

  private static final KnownFields PAST = KnownFields.of("customer", "history");

  private final Strategy strategy;
  private final Clock clock;
  private final List<Problem> problems = new ArrayList<>();
  private Tree.Fields message = Tree.Fields.none(1);
  private Tree.Fields past = Tree.Fields.none(1);

  /**
   * @param clock tells when it is, for a message that does not say it
   */
  public Inquiry(Strategy strategy, Clock clock) {
    this.strategy = strategy;
    this.clock = clock;
  }

  /** The message, as JSON or YAML. */
  public Inquiry message(String file, String text) {
    message = fields(file, text);
    return this;
  }

  /** The fields {@code customer} and {@code history} of a scenario; empty: nothing is known. */
  public Inquiry history(String file, String text) {
    past = fields(file, text);
    return this;
  }

  private Tree.Fields fields(String file, String text) {
    Faults faults = new Faults(file);
    List<Tree> documents = new TreeReader(faults).read(text);
    problems.addAll(faults.problems());
    return documents.stream()
        .filter(Tree.Fields.class::isInstance)
        .map(Tree.Fields.class::cast)
        .findFirst()
        .orElse(Tree.Fields.none(1));
  }

  /** The question as a scenario that expects nothing; empty, and problems, if it is none. */
  public Optional<Scenario> scenario() {
    Faults faults = new Faults(FILE);
    Map<String, Tree> asked = new LinkedHashMap<>(message.values());
    Tree at = asked.remove("at");
    Tree id = asked.remove("messageid");
    Tree customerId = asked.remove("customerid");
    asked.remove("reservefor");
    if (id != null) {
      asked.put("id", id);
    }
    Map<String, Tree> all = new LinkedHashMap<>(past.values());
    all.put("name", leaf("the message"));
    all.put("now", at == null ? leaf(clock.instant().toString()) : at);
    all.put("message", message.only(asked));
    if (customerId != null) {
      Tree.Fields named = new Tree.Fields(1, Map.of(), Map.of("id", customerId));
      Tree known = all.get("customer");
      all.put("customer", known instanceof Tree.Fields facts ? facts.over(named) : named);
    }
    FieldReader reader = new FieldReader(new Tree.Fields(1, past.names(), all), PAST, faults);
    Optional<Scenario> scenario =
        new ScenarioPart(new ScenarioWords(strategy), FILE, faults).readInquiry(reader);
    problems.addAll(faults.problems());
    return problems.isEmpty() ? scenario : Optional.empty();
  }

  private static Tree.Leaf leaf(String text) {
    return new Tree.Leaf(1, text, Tree.Leaf.Type.TEXT);
  }

  public List<Problem> problems() {
    return List.copyOf(problems);
  }
}
