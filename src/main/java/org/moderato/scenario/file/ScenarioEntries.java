package org.moderato.scenario.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.moderato.release.StrategyFiles;
import org.moderato.release.diff.Entry;
import org.moderato.release.diff.EntrySource;
import org.moderato.strategy.table.Source;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The scenarios of files, by their names; those of sheets are rows. */
@ApplicationScoped
public class ScenarioEntries implements EntrySource {

  private static final String PART = "Scenarios";

  @Override
  public List<Entry> entries(StrategyFiles files) {
    List<Entry> entries = new ArrayList<>();
    files
        .scenarios()
        .forEach((file, bytes) -> read(file, new String(bytes, StandardCharsets.UTF_8), entries));
    return entries;
  }

  private static void read(String file, String text, List<Entry> entries) {
    int before = entries.size();
    try {
      for (Node node : new Yaml(new LoaderOptions()).composeAll(new StringReader(text))) {
        add(file, text, node, entries);
      }
    } catch (YAMLException e) {
      // A file that cannot be read is one entry, so that a change of it is seen all the same.
      entries.subList(before, entries.size()).clear();
      entries.add(new Entry(PART, file, new Source(file, null, 1), Map.of("text", text)));
    }
  }

  /** Scenarios are the mappings that have a name; what surrounds them is an entry, too. */
  private static void add(String file, String text, Node node, List<Entry> entries) {
    String name = node instanceof MappingNode mapping ? name(mapping) : "";
    if (!name.isEmpty()) {
      entries.add(entry(file, name, text, node));
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple field : mapping.getValue()) {
        String key = field.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (key.equals("scenarios") && field.getValueNode() instanceof SequenceNode list) {
          list.getValue().forEach(item -> add(file, text, item, entries));
        } else {
          entries.add(entry(file, key + " of " + file, text, field.getValueNode()));
        }
      }
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> add(file, text, item, entries));
    }
  }

  private static String name(MappingNode mapping) {
    return mapping.getValue().stream()
        .filter(f -> f.getKeyNode() instanceof ScalarNode key && key.getValue().equals("name"))
        .map(f -> f.getValueNode() instanceof ScalarNode value ? value.getValue() : "")
        .findFirst()
        .orElse("");
  }

  private static Entry entry(String file, String name, String text, Node node) {
    int start = text.offsetByCodePoints(0, node.getStartMark().getIndex());
    int end = text.offsetByCodePoints(0, node.getEndMark().getIndex());
    Source source = new Source(file, null, node.getStartMark().getLine() + 1);
    return new Entry(PART, name, source, Map.of("text", text.substring(start, end).strip()));
  }
}
