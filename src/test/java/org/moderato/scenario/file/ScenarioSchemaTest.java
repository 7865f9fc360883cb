package org.moderato.scenario.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Editors and the runner know the same fields. */
class ScenarioSchemaTest {

  private static final String SCHEMA = "/META-INF/resources/schemas/scenario.schema.json";

  @Test
  void knowsTheFieldsOfAScenario() throws IOException {
    assertThat(names(scenario()))
        .containsExactlyInAnyOrderElementsOf(ScenarioReader.SCENARIO.names());
  }

  @Test
  void knowsWhatCanBeExpectedAtFirstAndThen() throws IOException {
    JsonNode first = scenario().get("expect");
    JsonNode then = scenario().at("/then/items/properties/expect");

    assertThat(names(first.get("properties")))
        .containsExactlyInAnyOrderElementsOf(ExpectPart.KNOWN.names());
    assertThat(then).isEqualTo(first);
  }

  private static JsonNode scenario() throws IOException {
    try (InputStream schema = ScenarioSchemaTest.class.getResourceAsStream(SCHEMA)) {
      return new ObjectMapper().readTree(schema).at("/definitions/scenario/properties");
    }
  }

  private static List<String> names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
