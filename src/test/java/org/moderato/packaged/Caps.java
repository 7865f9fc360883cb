package org.moderato.packaged;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.moderato.packaged.check.Cap;
import org.moderato.packaged.check.Cap.Level;
import org.moderato.release.workbook.TestWorkbooks;

/**
 * Three caps at once for promotions to a person, news to an account, surveys to a household, and
 * one for offers.
 */
final class Caps {

  static final String PERSON = "promotion";
  static final String ACCOUNT = "news";
  static final String HOUSEHOLD = "survey";

  /** Twice a day to a person. */
  static final String OFFER = "offer";

  static final List<Cap> ALL =
      List.of(
          new Cap("person-day", PERSON, 1, Duration.ofHours(24), Level.CUSTOMER),
          new Cap("person-week", PERSON, 3, Duration.ofDays(7), Level.CUSTOMER),
          new Cap("person-month", PERSON, 10, Duration.ofDays(30), Level.CUSTOMER),
          new Cap("offer-day", OFFER, SlotModel.AT_MOST, Duration.ofHours(24), Level.CUSTOMER),
          new Cap("account-day", ACCOUNT, 2, Duration.ofHours(24), Level.ACCOUNT),
          new Cap("account-week", ACCOUNT, 5, Duration.ofDays(7), Level.ACCOUNT),
          new Cap("account-month", ACCOUNT, 12, Duration.ofDays(30), Level.ACCOUNT),
          new Cap("household-day", HOUSEHOLD, 2, Duration.ofHours(24), Level.HOUSEHOLD),
          new Cap("household-week", HOUSEHOLD, 5, Duration.ofDays(7), Level.HOUSEHOLD),
          new Cap("household-month", HOUSEHOLD, 12, Duration.ofDays(30), Level.HOUSEHOLD));

  private Caps() {}

  static TestWorkbooks workbook() {
    String rows =
        ALL.stream()
            .map(
                cap ->
                    "%s | %s | %d hours | %d | %s"
                        .formatted(
                            cap.row(),
                            cap.category(),
                            cap.window().toHours(),
                            cap.atMost(),
                            cap.level().name().toLowerCase(java.util.Locale.ROOT)))
            .collect(Collectors.joining("\n"));
    return new TestWorkbooks()
        .sheet("Frequency cap", "Id | Category | Window | At most | Level\n" + rows);
  }
}
