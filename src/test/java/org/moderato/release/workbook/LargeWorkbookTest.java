package org.moderato.release.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargeWorkbookTest {

  private static final int ROWS = 20_000;

  @Test
  void readsLargeTables() {
    WorkbookContents contents = WorkbookBenchmark.read(WorkbookBenchmark.caps(ROWS));

    assertThat(contents.problems()).isEmpty();
    assertThat(contents.rows()).hasSize(ROWS);
  }
}
