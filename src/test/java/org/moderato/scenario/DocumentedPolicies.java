package org.moderato.scenario;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Contact policies that other products and the law document, with the cases that show them. */
final class DocumentedPolicies {

  static final Path FOLDER = Path.of("src/test/resources/documented-policies");
  static final Path CASES = FOLDER.resolve("cases.yaml");

  private DocumentedPolicies() {}

  /**
   * One policy.
   *
   * @param id names its strategy too
   * @param cases in the order of the file
   */
  record Policy(String id, List<DocumentedCase> cases) {}

  /** All policies, in the order of the file. */
  static List<Policy> readAll() {
    String text = text(CASES);
    List<Map<String, Object>> values = new Yaml().load(text);
    SequenceNode nodes = (SequenceNode) new Yaml().compose(new StringReader(text));
    List<Policy> policies = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      policies.add(policy(values.get(i), nodes.getValue().get(i)));
    }
    return policies;
  }

  private static Policy policy(Map<String, Object> policy, Node node) {
    String id = String.valueOf(policy.get("id"));
    Iterator<Node> nodes = cases(node).getValue().iterator();
    List<DocumentedCase> cases = new ArrayList<>();
    for (Object content : (List<?>) Objects.requireNonNull(policy.get("cases"))) {
      int line = nodes.next().getStartMark().getLine() + 1;
      cases.add(new DocumentedCase(id, cases.size() + 1, line, fields(content)));
    }
    return new Policy(id, cases);
  }

  private static SequenceNode cases(Node policy) {
    return ((MappingNode) policy)
        .getValue().stream()
            .filter(field -> ((ScalarNode) field.getKeyNode()).getValue().equals("cases"))
            .map(NodeTuple::getValueNode)
            .map(SequenceNode.class::cast)
            .findFirst()
            .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> fields(Object part) {
    return (Map<String, Object>) part;
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
