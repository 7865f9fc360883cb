package org.moderato.contact.rest;

/** Examples and words of the OpenAPI document that several endpoints share. */
final class Examples {

  static final String ID = "The customer's own id, 1 to 128 characters.";
  static final String OTHER = "The other id, 1 to 128 characters.";
  static final String DEPARTMENT = "Who used the id; needed if several departments did.";

  static final String CONTACT =
      """
      { "messageId": "bill-2026-11-0001", "customerId": "C42", "department": "billing",
        "channel": "post", "category": "bill", "brand": "acme", "at": "2026-11-20T10:00:00Z",
        "status": "sent", "outcome": "delivered" }
      """;

  static final String CONFIRMATION =
      """
      { "sentAt": "2026-11-22T09:20:00Z" }
      """;

  static final String CUSTOMER =
      """
      { "country": "DE", "region": "BY", "zone": "Europe/Berlin", "language": "de",
        "stage": "trial", "segments": ["vip"], "account": "ACME-0815",
        "attributes": { "tier": "gold" },
        "consent": [
          { "channel": "email", "status": "opt-in", "from": "2026-01-01T00:00:00Z" },
          { "channel": "sms", "category": "promotion", "status": "opt-out" }
        ] }
      """;

  static final String RESPONSE =
      """
      { "eventId": "crm-2026-11-22-0815", "customerId": "C42", "department": "customer-care",
        "at": "2026-11-22T09:00:00Z", "response": "reply", "intent": "not-interested",
        "messageId": "mkt-2026-11-22-000017" }
      """;

  static final String SITUATION =
      """
      { "eventId": "care-2026-11-20-0042", "customerId": "C42", "department": "customer-care",
        "situation": "complaint", "reference": "CMP-4711", "startsAt": "2026-11-20T08:00:00Z" }
      """;

  private Examples() {}
}
