package org.moderato;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OnTheStrategyThatShips.class)
class OpenApiHttpTest {

  private static final Path COMMITTED = Path.of("src/docs/openapi.yaml");
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  private static String document(String format) {
    return given().get("/q/openapi?format=" + format).then().statusCode(200).extract().asString();
  }

  private static JsonNode json() throws IOException {
    return new ObjectMapper().readTree(document("json"));
  }

  private record Operation(String name, JsonNode node) {}

  private static List<Operation> operations() throws IOException {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : json().path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          String name = method.getKey() + " " + path.getKey();
          operations.add(new Operation(name, method.getValue()));
        }
      }
    }
    return operations;
  }

  @Test
  void theCommittedDocumentIsTheServices() throws IOException {
    String document = document("yaml");
    Path fresh = Files.writeString(Path.of("target", "openapi.yaml"), document);

    assertThat(COMMITTED)
        .as("copy %s to %s if the change is meant", fresh, COMMITTED)
        .exists()
        .content()
        .isEqualTo(document);
  }

  @Test
  void everyOperationSaysWhatItDoesAndHowItFails() throws IOException {
    assertThat(operations()).isNotEmpty();
    for (Operation operation : operations()) {
      JsonNode node = operation.node();
      assertThat(node.path("summary").asText()).as(operation.name()).isNotEmpty();
      assertThat(node.path("tags")).as(operation.name()).isNotEmpty();
      assertThat(node.path("responses").has("503")).as(operation.name()).isTrue();
      for (Map.Entry<String, JsonNode> response : node.path("responses").properties()) {
        isDescribed(operation.name(), response);
      }
    }
  }

  private static void isDescribed(String operation, Map.Entry<String, JsonNode> response) {
    String name = operation + " " + response.getKey();
    assertThat(response.getValue().path("description").asText()).as(name).isNotEmpty();
    if (response.getKey().compareTo("400") >= 0) {
      assertThat(response.getValue().at("/content/application~1problem+json/schema/$ref").asText())
          .as(name)
          .endsWith("/Problem");
    }
  }

  @Test
  void everyBodyHasAnExample() throws IOException {
    List<String> bare = new ArrayList<>();
    for (Operation operation : operations()) {
      for (JsonNode content : operation.node().path("requestBody").path("content")) {
        if (!content.has("example") && content.path("examples").isEmpty()) {
          bare.add(operation.name());
        }
      }
    }

    assertThat(bare).isEmpty();
  }

  @Test
  void everyParameterIsDescribed() throws IOException {
    for (Operation operation : operations()) {
      for (JsonNode parameter : operation.node().path("parameters")) {
        assertThat(parameter.path("description").asText())
            .as(operation.name() + " " + parameter.path("name").asText())
            .isNotEmpty();
      }
    }
  }

  @Test
  void itNamesNoServer() throws IOException {
    assertThat(json().has("servers")).isFalse();
  }

  @Test
  void everyFieldIsDescribedAndHasAnExample() throws IOException {
    List<String> bare = new ArrayList<>();
    for (Map.Entry<String, JsonNode> schema :
        json().path("components").path("schemas").properties()) {
      for (Map.Entry<String, JsonNode> field : schema.getValue().path("properties").properties()) {
        if (isBare(field.getValue())) {
          bare.add(schema.getKey() + "." + field.getKey());
        }
      }
    }

    assertThat(bare).isEmpty();
  }

  /** A field of an object says by its type what is in it. */
  private static boolean isBare(JsonNode field) {
    boolean refers = field.has("$ref") || field.has("allOf") || field.has("anyOf");
    boolean isList = field.path("items").has("$ref");
    boolean isShown = isList || field.has("examples") || field.has("enum");
    return !refers && !(field.has("description") && isShown);
  }

  @Test
  void nothingOfTheTestsIsInTheDocument() throws IOException {
    assertThat(operations()).noneMatch(operation -> operation.name().contains("/test"));
  }

  @Test
  void theConsoleOfTheApiIsThere() {
    given().get("/q/swagger-ui/").then().statusCode(200);
  }
}
