package org.moderato.evaluation.rest;

/** Long examples of the OpenAPI document. */
final class Examples {

  static final String REQUEST =
      """
      { "messageId": "mkt-2026-11-22-000017", "customerId": "C42",
        "channel": "email", "alternatives": ["push"],
        "category": "promotion", "department": "marketing", "brand": "acme",
        "topic": "webinar-q4", "template": "webinar-invite-v2" }
      """;

  static final String RULE = "rule \"Quiet Sundays\"\nwhen\n  ...\nthen\n  ...\nend";

  static final String FACTS =
      """
      { "timeZoneData": "2026b", "loadedFrom": "2026-08-24T09:00:00Z",
        "customer": { "country": "DE", "zone": "Europe/Berlin", "segments": ["vip"],
          "attributes": { "tier": "gold" } },
        "contacts": [ { "id": "019a7f3e-0000-7000-8000-000000000002", "status": "SENT",
                        "at": "2026-11-20T10:00:00Z" } ],
        "accountContacts": [], "householdContacts": [] }
      """;

  private Examples() {}
}
