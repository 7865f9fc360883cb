package org.moderato.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No answer of the instance on an H2 file is lost, however often it is killed. */
class FileIT extends FileCase {

  private static final Database DATABASE =
      Database.h2().with("moderato.evaluation.max-ahead", "4000d");

  @Test
  void keepsEveryAnswerWhenItIsKilled() throws Exception {
    assertThat(violationsAfter(2, 6, DATABASE)).isEmpty();
  }

  @Test
  @Tag("guarantee")
  void keepsEveryAnswerWhenItIsKilledOften() throws Exception {
    assertThat(violationsAfter(10, Load.CLIENTS, DATABASE)).isEmpty();
  }

  /** Shows that the test would notice: so H2 behaves unless it is told otherwise. */
  @Test
  @Tag("guarantee")
  void losesAnswersIfItWritesLater() throws Exception {
    String later = file() + ";LOCK_TIMEOUT=10000;WRITE_DELAY=500";
    Database writing = DATABASE.with("quarkus.datasource.jdbc.url", later);
    assertThat(violationsAfter(3, Load.CLIENTS, writing)).isNotEmpty();
  }
}
