package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moderato.TestFolder;

/** The default: a file that belongs to one instance. */
class PackagedOnH2IT extends PackagedCase {

  @Override
  Database newDatabase() {
    return Database.h2();
  }

  @Test
  void saysInAFewWordsThatAnotherInstanceHasTheFile() throws Exception {
    TestFolder folder = folder("file");
    try (PackagedService first = new PackagedService(folder, Database.h2()).start();
        PackagedService second = new PackagedService(folder("other"), sameFile(folder)).launch()) {
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.log())
          .contains("Moderato cannot use its database: another instance has this H2 file open")
          .doesNotContain("\tat ");
      assertThat(first.post("/v1/evaluations", question("after")).statusCode()).isEqualTo(200);
    }
  }

  private static Database sameFile(TestFolder folder) {
    String url = "jdbc:h2:file:" + folder.path().resolve(".moderato/db");
    return new Database(Database.h2().application(), Map.of("quarkus.datasource.jdbc.url", url));
  }
}
