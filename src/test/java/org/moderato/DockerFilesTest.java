package org.moderato;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be said of the files of {@code docker} without an engine. */
class DockerFilesTest {

  private static final Path DOCKER = Path.of("docker");
  private static final Pattern SERVER = Pattern.compile("server ([\\w-]+):(\\d+)");
  private static final Pattern COPY = Pattern.compile("COPY (?!--from)(\\S+) ");
  private static final Pattern BUILT = Pattern.compile("COPY --from=build /build/(\\S+) ");

  private static Map<String, Map<String, Object>> services;
  private static List<String> dockerfile;

  @BeforeAll
  static void read() throws IOException {
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    Map<String, Object> compose = yaml.load(Files.readString(DOCKER.resolve("compose.yaml")));
    services = map(compose.get("services"));
    dockerfile = Files.readAllLines(DOCKER.resolve("Dockerfile"));
  }

  @SuppressWarnings("unchecked")
  private static <T> T map(Object node) {
    return (T) node;
  }

  @Test
  void twoInstancesWaitForADatabaseThatIsHealthy() {
    assertThat(services).containsOnlyKeys("postgres", "moderato-1", "moderato-2", "balancer");
    for (String instance : List.of("moderato-1", "moderato-2")) {
      assertThat(services.get(instance).get("depends_on"))
          .isEqualTo(Map.of("postgres", Map.of("condition", "service_healthy")));
    }
    assertThat(services.get("postgres")).containsKey("healthcheck");
    assertThat(services.get("balancer")).containsKey("healthcheck");
    assertThat(dockerfile).anyMatch(line -> line.startsWith("HEALTHCHECK "));
  }

  @Test
  void theBalancerKnowsTheInstancesByTheirNames() throws IOException {
    String nginx = Files.readString(DOCKER.resolve("nginx.conf"));
    List<String> servers =
        SERVER.matcher(nginx).results().map(r -> r.group(1) + ":" + r.group(2)).toList();

    assertThat(servers).containsExactly("moderato-1:8080", "moderato-2:8080");
    assertThat(dockerfile).contains("EXPOSE 8080");
  }

  @Test
  void theImageIsForPostgresAndRunsAsNobodyInParticular() {
    assertThat(dockerfile).anyMatch(line -> line.contains("-Ppostgresql"));
    assertThat(dockerfile.stream().filter(line -> line.startsWith("USER ")).reduce((a, b) -> b))
        .isEqualTo(Optional.of("USER 10001"));
  }

  @Test
  void whatIsCopiedExists() {
    assertThat(copied(COPY).toList())
        .contains("rules/", "decision-tables/", "src", "pom.xml")
        .allMatch(path -> Files.exists(Path.of(path)));
    assertThat(copied(BUILT).toList())
        .containsExactly(
            "target/quarkus-app/lib/",
            "target/quarkus-app/*.jar",
            "target/quarkus-app/app/",
            "target/quarkus-app/quarkus/");
  }

  private static Stream<String> copied(Pattern pattern) {
    return dockerfile.stream()
        .map(pattern::matcher)
        .filter(Matcher::find)
        .map(match -> match.group(1));
  }
}
