package org.moderato.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.moderato.scenario.file.ScenarioFile;
import org.moderato.scenario.file.ScenarioReader;
import org.moderato.strategy.judge.Strategy;
import org.yaml.snakeyaml.Yaml;

/**
 * A history, a message and the documented outcome.
 *
 * @param policy the id of the policy that it shows
 * @param number its place among the cases of the policy, from 1
 * @param line where it stands in the file, from 1
 * @param content what stands there
 */
record DocumentedCase(String policy, int number, int line, Map<String, Object> content) {

  String name() {
    return policy + " " + number + ": " + part("expect").get("why");
  }

  /** The settings of the policy that differ in this case. */
  Map<String, Object> settings() {
    return part("settings");
  }

  /** The case as the scenario that people would write, at its own line. */
  Scenario scenario(Strategy strategy) {
    String yaml = "\n".repeat(line - 1) + new Yaml().dump(asScenario());
    ScenarioFile file =
        new ScenarioReader(strategy)
            .read(
                DocumentedPolicies.CASES.getFileName().toString(),
                yaml.getBytes(StandardCharsets.UTF_8));
    assertThat(file.problems()).as(name()).isEmpty();
    return file.scenarios().get(0);
  }

  private Map<String, Object> asScenario() {
    Map<String, Object> message = part("message");
    Map<String, Object> scenario = new LinkedHashMap<>();
    scenario.put("name", name());
    scenario.put("now", message.remove("at"));
    scenario.put("customer", customer(Objects.requireNonNull(message.remove("timezone"))));
    scenario.put("history", history());
    scenario.put("message", message);
    scenario.put("expect", expectation());
    return scenario;
  }

  private Map<String, Object> customer(Object zone) {
    Map<String, Object> customer = part("customer");
    customer.put("zone", zone);
    if (Boolean.TRUE.equals(customer.remove("unsubscribed"))) {
      customer.put("consent", List.of(Map.of("status", "opt-out")));
    }
    return customer;
  }

  private List<Map<String, Object>> history() {
    List<Map<String, Object>> history = new ArrayList<>(entries("history"));
    for (Map<String, Object> planned : entries("planned")) {
      planned.put("status", "planned");
      history.add(planned);
    }
    return history;
  }

  /** When a suppressed message might be sent is told for people only. */
  private Map<String, Object> expectation() {
    Map<String, Object> expect = part("expect");
    expect.remove("why");
    expect.put("outcome", expect.remove("verdict"));
    if (!Objects.equals(expect.get("outcome"), "DEFER")) {
      expect.remove("until");
    }
    return expect;
  }

  private List<Map<String, Object>> entries(String name) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Object entry : (List<?>) content.getOrDefault(name, List.of())) {
      entries.add(new LinkedHashMap<>(DocumentedPolicies.fields(entry)));
    }
    return entries;
  }

  private Map<String, Object> part(String name) {
    return new LinkedHashMap<>(
        DocumentedPolicies.fields(content.getOrDefault(name, Map.<String, Object>of())));
  }
}
