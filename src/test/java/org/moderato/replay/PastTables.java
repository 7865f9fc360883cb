package org.moderato.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.moderato.release.workbook.TestWorkbooks;

/** A strategy in which every kind of table has its say. */
final class PastTables {

  private final Map<String, String> sheets = new LinkedHashMap<>();

  PastTables() {
    sheets.put(
        "Frequency cap",
        """
        Id     | Channel | Category        | Counts outcome  | Window            | At most | Level     | Measure  | Mode
        week   |         | promotion, news |                 | 7 days            | 3       |           |          |
        day    | email   |                 |                 | calendar day      | 2       |           |          |
        firm   |         | outreach        |                 | 14 days           | 2       | account   |          |
        home   |         | bill            |                 | 7 days            | 2       | household |          |
        load   |         |                 |                 | 30 days           | 9       |           | weight   |
        plans  |         | survey          | planned, sent   | 7 days            | 1       |           |          |
        agenda |         | promotion, survey, bill | planned, sent, delivered | 30 days | 1       |           |          | shadow
        trial  |         | promotion       |                 | calendar month    | 1       |           |          | shadow
        """);
    sheets.put(
        "Weight",
        """
        Id     | Channel | Weight
        phone  | phone   | 3
        push   | push    | 0.5
        """);
    sheets.put(
        "Spacing",
        """
        Id     | Category  | After category | At least   | Direction
        bills  | promotion | bill           | 2 days     | both
        calls  | outreach  | outreach       | 90 minutes | after
        """);
    sheets.put(
        "Quiet hours",
        """
        Id     | Channel    | Quiet
        night  | sms, phone | 21:00-09:00
        """);
    sheets.put(
        "Suppression",
        """
        Id        | Category        | Situation     | Outcome
        complaint | promotion, news | complaint     | wait
        mourning  | not bill        | bereavement   | suppress
        """);
    sheets.put(
        "Sequence",
        """
        Id     | Sequence | Stop on response | Unanswered at most | Steps in order
        trial  | trial    | reply            | 3                  | yes
        drip   | drip     |                  | 2                  |
        """);
    sheets.put(
        "Duplicate",
        """
        Id     | Category | Window  | Same
        topic  | survey   | 30 days | topic
        debt   | outreach | 7 days  | debt
        """);
    sheets.put(
        "Consent",
        """
        Id     | Channel | Category | Regime
        texts  | sms     |          | opt-in
        bills  |         | bill     | none
        both   | sms     | bill     | none
        """);
    sheets.put(
        "Exemption",
        """
        Id     | Category | Does not obey              | Counts
        law    | legal    | frequency cap, quiet hours | no
        bill   | bill     | spacing                    | yes
        """);
    sheets.put(
        "Attributes",
        """
        Name | Of      | Type
        debt | message | text
        tier | customer | text
        """);
  }

  /** Another text in place of one that stands in a sheet. */
  PastTables with(String sheet, String text, String other) {
    String lines = sheets.get(sheet);
    if (!lines.contains(text)) {
      throw new IllegalArgumentException(sheet + " has no " + text);
    }
    sheets.put(sheet, lines.replace(text, other));
    return this;
  }

  /** The same rows in another order. */
  PastTables shuffled(Random random) {
    sheets.replaceAll(
        (name, lines) -> {
          List<String> rows = new ArrayList<>(lines.lines().toList());
          Collections.shuffle(rows.subList(1, rows.size()), random);
          return String.join("\n", rows);
        });
    return this;
  }

  TestWorkbooks workbook() {
    TestWorkbooks workbook = new TestWorkbooks();
    sheets.forEach(workbook::sheet);
    return workbook;
  }
}
