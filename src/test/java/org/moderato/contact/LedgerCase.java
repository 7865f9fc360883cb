package org.moderato.contact;

import org.junit.jupiter.api.BeforeEach;
import org.moderato.ServedStrategy;
import org.moderato.TestFolder;
import org.moderato.release.workbook.TestWorkbooks;

/** The ledger under a small strategy. */
abstract class LedgerCase {

  @BeforeEach
  void strategy() {
    ServedStrategy.use("ledger", LedgerCase::save);
  }

  /** One contact a week for a person, two for an account; complaints hold surveys back. */
  private static void save(TestFolder folder) {
    folder.workbook(
        "caps.xlsx",
        new TestWorkbooks()
            .sheet(
                "Frequency cap",
                """
                Id   | Category  | Window | At most | Level
                week | promotion | 7 days | 1       |
                firm | outreach  | 7 days | 2       | account
                home | bill      | 7 days | 2       | household
                """)
            .sheet(
                "Suppression",
                """
                Id        | Category | Situation | Outcome
                complaint | survey   | complaint | wait
                """));
  }
}
