package org.moderato.scenario.file;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.moderato.scenario.Scenario;
import org.moderato.strategy.judge.Strategy;

/** Reads files of scenarios for a strategy. */
public final class ScenarioReader {

  private static final KnownFields DOCUMENT = KnownFields.of("defaults", "scenarios");

  static final KnownFields SCENARIO =
      KnownFields.of(
          "name",
          "scenario",
          "todo",
          ScenarioPart.UNKNOWN,
          "now",
          "zone",
          "customer",
          "history",
          "message",
          "expect",
          "then",
          "examples");

  private final ScenarioWords words;

  public ScenarioReader(Strategy strategy) {
    this(new ScenarioWords(strategy));
  }

  ScenarioReader(ScenarioWords words) {
    this.words = words;
  }

  /**
   * Never throws for what is wrong with the file: the scenarios that are right are read.
   *
   * @param file path inside the strategy
   * @param bytes UTF-8
   */
  public ScenarioFile read(String file, byte[] bytes) {
    Faults faults = new Faults(file);
    List<Scenario> scenarios = new ArrayList<>();
    for (Tree document : new TreeReader(faults).read(new String(bytes, StandardCharsets.UTF_8))) {
      scenarios.addAll(document(file, document, faults));
    }
    return new ScenarioFile(file, scenarios, faults.problems());
  }

  /** The scenario that stands in memory as YAML would hold it; it need not expect anything. */
  Optional<Scenario> readOne(Map<String, Object> scenario) {
    Faults faults = new Faults("suggestion");
    List<Tree> trees = new TreeReader(faults).read(Suggester.yaml(scenario));
    if (trees.isEmpty() || !(trees.get(0) instanceof Tree.Fields fields)) {
      return Optional.empty();
    }
    FieldReader reader = new FieldReader(fields, SCENARIO, faults);
    Optional<Scenario> read = new ScenarioPart(words, "suggestion", faults).readInquiry(reader);
    return read.filter(found -> faults.count() == 0);
  }

  /** A document is one scenario, or a list of them with what they have in common. */
  private List<Scenario> document(String file, Tree document, Faults faults) {
    if (document instanceof Tree.Leaf leaf && leaf.isNull()) {
      return List.of();
    }
    if (!(document instanceof Tree.Fields fields)) {
      String hint = "Begin with \"name: ...\", or with \"scenarios:\" and a list";
      faults.add("MOD-SCN-004", document.line(), "This is no scenario", hint);
      return List.of();
    }
    if (!fields.values().containsKey("scenarios")) {
      return scenarios(file, fields, faults);
    }
    FieldReader reader = new FieldReader(fields, DOCUMENT, faults);
    Tree.Fields defaults = reader.part("defaults");
    new FieldReader(defaults, SCENARIO, faults);
    return reader.parts("scenarios").stream()
        .flatMap(part -> scenarios(file, part.over(defaults), faults).stream())
        .toList();
  }

  private List<Scenario> scenarios(String file, Tree.Fields fields, Faults faults) {
    return new Examples(fields, faults)
        .all()
        .flatMap(filled -> scenario(file, filled, faults))
        .toList();
  }

  private Stream<Scenario> scenario(String file, Tree.Fields fields, Faults faults) {
    int before = faults.count();
    fields.repeated().forEach(faults::repeated);
    FieldReader reader = new FieldReader(fields, SCENARIO, faults);
    List<Scenario> read = new ScenarioPart(words, file, faults).read(reader).stream().toList();
    return faults.count() == before ? read.stream() : Stream.empty();
  }
}
