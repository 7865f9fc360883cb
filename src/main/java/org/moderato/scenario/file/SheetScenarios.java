package org.moderato.scenario.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.moderato.release.ScenarioSheet;
import org.moderato.scenario.Scenario;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.Source;

/**
 * Reads the simple scenarios that marketing ops write beside their tables, a row each: what is
 * known of the customer, the message, a short history and what is expected. Each row becomes the
 * scenario that a YAML file would hold.
 */
final class SheetScenarios {

  /** Columns of what is expected, by the key of their header, and the fields that they fill. */
  private static final Map<String, String> EXPECTED = expected();

  private static final List<String> LISTS = List.of("alsofindingsof", "nofindingof");
  private static final List<String> WHOLE = List.of("name", "now", "todo");
  private static final String UNKNOWN = Names.key(ScenarioPart.UNKNOWN);

  private static final Map<String, String> CUSTOMER =
      Map.of("situation", "situations", "situations", "situations", "segment", "segments");

  private static final KnownFields SCENARIO =
      KnownFields.of(
          "name", "now", "todo", ScenarioPart.UNKNOWN, "customer", "history", "message", "expect");

  private final ScenarioWords words;

  private static Map<String, String> expected() {
    Map<String, String> fields = new HashMap<>();
    ExpectPart.KNOWN.names().forEach(name -> fields.put(Names.key(name), name));
    // The column of that name holds the channel that is asked for.
    fields.remove("channel");
    fields.put("expectedchannel", "channel");
    return Map.copyOf(fields);
  }

  SheetScenarios(ScenarioWords words) {
    this.words = words;
  }

  ScenarioFile read(ScenarioSheet sheet) {
    List<String> addresses = new ArrayList<>();
    Faults faults = new Faults(sheet.file(), sheet.sheet(), addresses::get);
    List<Scenario> scenarios = new ArrayList<>();
    for (ScenarioSheet.Row row : sheet.rows()) {
      int before = faults.count();
      List<Scenario> read = new RowReader(sheet, row, addresses, faults).read();
      if (faults.count() == before) {
        scenarios.addAll(read);
      }
    }
    return new ScenarioFile(sheet.file(), scenarios, faults.problems());
  }

  private final class RowReader {

    private final ScenarioSheet sheet;
    private final ScenarioSheet.Row row;
    private final List<String> addresses;
    private final Faults faults;
    private final Map<String, Map<String, Tree>> parts = new LinkedHashMap<>();
    private final Map<String, Map<String, Tree.Fields.Name>> names = new HashMap<>();

    /**
     * @param addresses the cell of each line of the tree, grows
     */
    RowReader(ScenarioSheet sheet, ScenarioSheet.Row row, List<String> addresses, Faults faults) {
      this.sheet = sheet;
      this.row = row;
      this.addresses = addresses;
      this.faults = faults;
    }

    List<Scenario> read() {
      int line = lineOf("A" + row.number());
      row.cells().forEach(this::add);
      for (String part : List.of("customer", "message", "expect")) {
        put("", part, new Tree.Fields(line, names(part), part(part)), line);
      }
      Tree.Fields scenario = new Tree.Fields(line, names(""), part(""));
      FieldReader reader = new FieldReader(scenario, SCENARIO, faults);
      return new ScenarioPart(words, sheet.file(), faults)
          .read(reader).map(this::inItsRow).stream().toList();
    }

    private Scenario inItsRow(Scenario read) {
      return read.from(new Source(sheet.file(), sheet.sheet(), row.number()));
    }

    private int lineOf(String address) {
      addresses.add(address);
      return addresses.size() - 1;
    }

    private void add(String header, ScenarioSheet.Cell cell) {
      String key = Names.key(header);
      int line = lineOf(cell.address());
      Tree.Leaf leaf = leaf(cell.text(), line);
      if (key.equals("notes")) {
        return;
      }
      if (key.equals("history")) {
        put(
            "",
            "history",
            new ShortHistory(words.strategy(), faults).read(cell.text(), line),
            line);
      } else if (key.equals(UNKNOWN)) {
        put("", header, list(cell.text(), line), line);
      } else if (WHOLE.contains(key)) {
        put("", header, leaf, line);
      } else if (EXPECTED.containsKey(key)) {
        put(
            "expect",
            EXPECTED.get(key),
            LISTS.contains(key) ? list(cell.text(), line) : leaf,
            line);
      } else if (CUSTOMER.containsKey(key)) {
        put("customer", CUSTOMER.get(key), list(cell.text(), line), line);
      } else {
        boolean isList =
            key.equals("segments") || key.equals("links") || key.equals("alternatives");
        put(
            isOfCustomer(key) ? "customer" : "message",
            header,
            isList ? list(cell.text(), line) : leaf,
            line);
      }
    }

    private boolean isOfCustomer(String key) {
      Attribute attribute = words.strategy().attributes().get(key);
      return key.equals("zone")
          || key.equals("segments")
          || key.equals("links")
          || attribute != null && attribute.owner() == Attribute.Owner.CUSTOMER;
    }

    private void put(String part, String name, Tree value, int line) {
      part(part).put(Names.key(name), value);
      names(part).put(Names.key(name), new Tree.Fields.Name(name, line));
    }

    private Map<String, Tree> part(String part) {
      return parts.computeIfAbsent(part, p -> new LinkedHashMap<>());
    }

    private Map<String, Tree.Fields.Name> names(String part) {
      return names.computeIfAbsent(part, p -> new LinkedHashMap<>());
    }
  }

  static Tree.Leaf leaf(String text, int line) {
    return new Tree.Leaf(line, text, Tree.Leaf.Type.TEXT);
  }

  private static Tree.Items list(String text, int line) {
    return new Tree.Items(
        line,
        Stream.of(text.split(","))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .<Tree>map(word -> leaf(word, line))
            .toList());
  }
}
