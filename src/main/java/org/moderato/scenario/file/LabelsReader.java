package org.moderato.scenario.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.table.Attribute;

/** Reads labels of messages and contacts; attributes that the strategy declares stand beside. */
final class LabelsReader {

  private static final List<String> BUILT_IN =
      List.of(
          "channel",
          "category",
          "department",
          "brand",
          "topic",
          "template",
          "sequence",
          "step",
          "priority",
          "attributes");

  private final List<Attribute> declared;

  /**
   * @param attributes those of the strategy
   */
  LabelsReader(Map<String, Attribute> attributes) {
    this.declared =
        attributes.values().stream()
            .filter(attribute -> attribute.owner() != Attribute.Owner.CUSTOMER)
            .filter(attribute -> !Attribute.BUILT_IN.containsKey(attribute.key()))
            .toList();
  }

  /** The names of fields that it reads. */
  Stream<String> known() {
    return Stream.concat(BUILT_IN.stream(), declared.stream().map(Attribute::name));
  }

  Labels read(FieldReader reader) {
    return new Labels(
        reader.text("channel"),
        reader.text("category"),
        reader.text("department"),
        reader.text("brand"),
        reader.text("topic"),
        reader.text("template"),
        reader.text("sequence"),
        reader.number("step"),
        reader.number("priority"),
        attributes(reader, declared));
  }

  /** What stands in {@code attributes}, and declared attributes beside it. */
  static Attributes attributes(FieldReader reader, List<Attribute> declared) {
    Map<String, Object> values = new HashMap<>(reader.values("attributes"));
    for (Attribute attribute : declared) {
      Tree value = reader.get(attribute.name());
      if (value instanceof Tree.Leaf leaf && !leaf.isNull()) {
        values.put(attribute.name(), leaf.value());
      } else if (value instanceof Tree.Items) {
        values.put(attribute.name(), reader.texts(attribute.name()));
      }
    }
    return Attributes.of(values);
  }
}
