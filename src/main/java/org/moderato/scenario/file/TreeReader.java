package org.moderato.scenario.file;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moderato.strategy.Names;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Makes trees of YAML text. Only plain values: nothing in a file is ever made an object. */
final class TreeReader {

  /** As deep as the YAML parser goes; deeper only an alias gets that stands in what it names. */
  private static final int MAX_DEPTH = 60;

  /** Far more than people write: only aliases of aliases get there. */
  private static final int MAX_PARTS = 500_000;

  private final Faults faults;
  private int parts;

  /** A few lines may stand for a tree that no memory holds. */
  private static final class Endless extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    Endless(int line) {
      this.line = line;
    }
  }

  TreeReader(Faults faults) {
    this.faults = faults;
  }

  /** The documents of a file; none, and a fault, if it is no YAML. */
  List<Tree> read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(50);
    List<Tree> documents = new ArrayList<>();
    try {
      for (Node node : new Yaml(options).composeAll(new StringReader(text))) {
        documents.add(tree(node, 0));
      }
    } catch (Endless e) {
      String message = "Aliases (*) make this endless, or far too long";
      faults.add("MOD-SCN-001", e.line, message, "Write the values out");
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      faults.add("MOD-SCN-001", mark == null ? 1 : mark.getLine() + 1, words(e), null);
    } catch (YAMLException e) {
      faults.add("MOD-SCN-001", 1, String.valueOf(e.getMessage()), null);
    }
    return documents;
  }

  private static String words(MarkedYAMLException e) {
    String context = e.getContext() == null ? "" : e.getContext() + ": ";
    return "This is no YAML: " + context + e.getProblem();
  }

  private Tree tree(Node node, int depth) {
    int line = node.getStartMark().getLine() + 1;
    parts++;
    if (depth > MAX_DEPTH || parts > MAX_PARTS) {
      throw new Endless(line);
    }
    if (node instanceof MappingNode mapping) {
      return fields(mapping, line, depth + 1);
    }
    if (node instanceof SequenceNode sequence) {
      List<Node> items = sequence.getValue();
      return new Tree.Items(line, items.stream().map(item -> tree(item, depth + 1)).toList());
    }
    ScalarNode scalar = (ScalarNode) node;
    return new Tree.Leaf(line, scalar.getValue().strip(), type(scalar.getTag()));
  }

  private static Tree.Leaf.Type type(Tag tag) {
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return Tree.Leaf.Type.NUMBER;
    }
    if (tag.equals(Tag.BOOL)) {
      return Tree.Leaf.Type.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? Tree.Leaf.Type.NULL : Tree.Leaf.Type.TEXT;
  }

  private Tree fields(MappingNode mapping, int line, int depth) {
    Map<String, Tree.Fields.Name> names = new LinkedHashMap<>();
    Map<String, Tree> values = new LinkedHashMap<>();
    List<Tree.Fields.Name> repeated = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int at = tuple.getKeyNode().getStartMark().getLine() + 1;
      String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
      if (names.containsKey(Names.key(name))) {
        repeated.add(new Tree.Fields.Name(name, at));
        faults.repeated(new Tree.Fields.Name(name, at));
        continue;
      }
      names.put(Names.key(name), new Tree.Fields.Name(name, at));
      values.put(Names.key(name), tree(tuple.getValueNode(), depth));
    }
    return new Tree.Fields(line, names, values, repeated);
  }
}
