package org.moderato.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import org.moderato.release.workbook.TestWorkbooks;
import org.moderato.strategy.judge.Strategy;
import org.yaml.snakeyaml.Yaml;

/**
 * The strategies that express the documented policies: a file for each policy, with a document for
 * each of its settings. {@code sheets} becomes a workbook, {@code rules} are added to those that
 * ship, {@code when} says for which settings the document speaks. Not thread-safe.
 */
final class DocumentedStrategies {

  private static final SortedMap<String, byte[]> SHIPPED =
      StrategyFiles.readFrom(Path.of(".")).rules();

  private final StrategyLoader loader = StrategyLoader.standalone();
  private final Map<String, List<Map<String, Object>>> documents = new HashMap<>();
  private final Map<String, Strategy> loaded = new HashMap<>();

  static Path file(String policy) {
    return DocumentedPolicies.FOLDER.resolve("strategies").resolve(policy + ".yaml");
  }

  /** The strategy for a case: of the first document that speaks for its settings. */
  Strategy of(DocumentedCase documented) {
    String policy = documented.policy();
    Map<String, Object> document =
        documents.computeIfAbsent(policy, DocumentedStrategies::read).stream()
            .filter(known -> speaksFor(known, documented))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no strategy for " + documented.name()));
    return loaded.computeIfAbsent(policy + part(document, "when"), key -> load(policy, document));
  }

  private static List<Map<String, Object>> read(String policy) {
    List<Map<String, Object>> documents = new ArrayList<>();
    for (Object document : new Yaml().loadAll(DocumentedPolicies.text(file(policy)))) {
      documents.add(DocumentedPolicies.fields(document));
    }
    return documents;
  }

  private static boolean speaksFor(Map<String, Object> document, DocumentedCase documented) {
    return documented.settings().entrySet().containsAll(part(document, "when").entrySet());
  }

  private Strategy load(String policy, Map<String, Object> document) {
    SortedMap<String, byte[]> files = new TreeMap<>(SHIPPED);
    for (Object rules : (List<?>) document.getOrDefault("rules", List.of())) {
      Path file = DocumentedPolicies.FOLDER.resolve("rules").resolve(String.valueOf(rules));
      files.put("rules/" + rules, DocumentedPolicies.text(file).getBytes(StandardCharsets.UTF_8));
    }
    TestWorkbooks workbook = new TestWorkbooks();
    part(document, "sheets").forEach((name, lines) -> workbook.sheet(name, String.valueOf(lines)));
    files.put("decision-tables/" + policy + ".xlsx", workbook.bytes());
    StrategyLoader.Result result = loader.load(new StrategyFiles(files));
    assertThat(result.problems()).as(policy).isEmpty();
    return result.loaded().orElseThrow().strategy();
  }

  private static Map<String, Object> part(Map<String, Object> fields, String name) {
    return DocumentedPolicies.fields(
        Objects.requireNonNullElse(fields.get(name), Map.<String, Object>of()));
  }
}
