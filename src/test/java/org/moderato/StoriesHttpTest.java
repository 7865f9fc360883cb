package org.moderato;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** What organisations do to their customers by accident, and what the shipped strategy answers. */
@QuarkusTest
@TestProfile(OnTheStrategyThatShips.class)
class StoriesHttpTest {

  private final Story story = new Story();

  private static void isDeferred(ValidatableResponse answer, String until, String row) {
    answer
        .body("outcome", equalTo("DEFER"))
        .body("at", equalTo(until))
        .body("findings.findAll { it.decisive }.row", contains(row));
  }

  private static void isSuppressed(ValidatableResponse answer, String... rows) {
    answer
        .body("outcome", equalTo("SUPPRESS"))
        .body("findings.findAll { it.mode == 'enforce' }.row", hasItems(rows));
  }

  /** A prospect who signs up hears one voice a day, and the steps come in their order. */
  @Test
  void theTrial() {
    String welcome = onboarding("marketing", "welcome", 1);
    String nextSteps = onboarding("marketing", "next-steps", 2);
    String thirdStep = onboarding("marketing", "first-report", 3);
    String checkIn = "'channel': 'email', 'category': 'outreach', 'department': 'sales'";
    String webinar =
        "'channel': 'email', 'category': 'promotion', 'department': 'customer-success'";
    story.customer("morgan", "'zone': 'America/New_York', 'stage': 'trial'");

    story.sends("morgan", "2026-03-02T15:10:00Z", welcome);

    String tomorrow = "2026-03-03T11:10:00Z";
    isDeferred(
        story.ask("morgan", "2026-03-02T15:20:00Z", nextSteps), tomorrow, "onboarding-steps");
    isDeferred(story.ask("morgan", "2026-03-02T18:20:00Z", checkIn), tomorrow, "trial-pace");
    isDeferred(story.ask("morgan", "2026-03-02T20:40:00Z", webinar), tomorrow, "trial-pace");
    story
        .ask("morgan", tomorrow, thirdStep)
        .body("outcome", equalTo("DEFER"))
        .body("findings.row", hasItems("onboarding"));

    story.sends("morgan", tomorrow, nextSteps);
    isDeferred(story.ask("morgan", tomorrow, checkIn), "2026-03-04T07:10:00Z", "trial-pace");
  }

  private static String onboarding(String department, String template, int step) {
    return "'channel': 'email', 'category': 'onboarding', 'department': '%s', 'template': '%s',"
            .formatted(department, template)
        + " 'sequence': 'trial', 'step': %d".formatted(step);
  }

  /** One person under two ids gets one survey, whichever division asks. */
  @Test
  void theMerger() {
    String oneBrand = survey("research", "acme", "nps-2026");
    String otherBrand = survey("customer-success", "nordwind", "nps-2026");
    String otherTopic = survey("product", "nordwind", "features-2026");
    story.isTheSamePerson("acme-1007", "nordwind-7");

    String first = story.sends("acme-1007", "2026-03-02T09:00:00Z", oneBrand);

    ValidatableResponse second = story.ask("nordwind-7", "2026-03-05T09:00:00Z", otherBrand);
    isSuppressed(second, "same-topic", "survey-rest");
    second.body("findings.find { it.row == 'same-topic' }.counted", contains(first));
    isSuppressed(story.ask("nordwind-7", "2026-04-02T09:00:00Z", otherTopic), "survey-rest");
    story.sends("nordwind-7", "2026-05-31T09:00:00Z", otherTopic);
    story.sends("nordwind-8", "2026-03-05T09:00:00Z", otherBrand);
  }

  private static String survey(String department, String brand, String topic) {
    return "'channel': 'email', 'category': 'survey', 'department': '%s', 'brand': '%s',"
            .formatted(department, brand)
        + " 'topic': '%s'".formatted(topic);
  }

  /** Who answers does not get the next mail of the series, and nobody gets the same text twice. */
  @Test
  void theUnreadReply() {
    String intro = story.sends("robin", "2026-03-02T09:00:00Z", outreach("intro", "spring"));
    story.happens(
        "robin",
        "sales",
        "'at': '2026-03-02T10:00:00Z', 'response': 'reply', 'intent': 'not-interested',"
            + " 'messageId': '"
            + intro
            + "'");

    isSuppressed(
        story.ask("robin", "2026-03-09T09:00:00Z", outreach("intro", "spring")),
        "conversation",
        "same-text");
    isSuppressed(
        story.ask("robin", "2026-03-09T09:00:00Z", outreach("reminder", "spring")), "conversation");
    isSuppressed(
        story.ask("robin", "2026-06-09T09:00:00Z", outreach("intro", "summer")), "same-text");

    story.sends("silent", "2026-03-02T09:00:00Z", outreach("intro", "spring"));
    story.sends("silent", "2026-03-09T09:00:00Z", outreach("reminder", "spring"));
    story.sends("silent", "2026-03-16T09:00:00Z", outreach("example", "spring"));
    story.sends("silent", "2026-03-23T09:00:00Z", outreach("offer", "spring"));
    isSuppressed(
        story.ask("silent", "2026-03-30T09:00:00Z", outreach("last-try", "spring")),
        "conversation");
  }

  private static String outreach(String template, String sequence) {
    return "'channel': 'email', 'category': 'outreach', 'department': 'sales', 'template': '%s',"
            .formatted(template)
        + " 'sequence': '%s'".formatted(sequence);
  }

  /** Campaigns know of complaints, debts and bills. */
  @Test
  void theComplaint() {
    String promotion = "'channel': 'email', 'category': 'promotion', 'department': 'marketing'";
    String service = "'channel': 'email', 'category': 'service', 'department': 'service'";
    String bill = "'channel': 'email', 'category': 'bill', 'department': 'billing'";
    story.happens("kim", "service", situation("complaint", "2026-03-02T08:00:00Z"));

    isDeferred(
        story
            .ask("kim", "2026-03-02T09:00:00Z", promotion)
            .body("findings[0].provisional", equalTo(true)),
        "2026-03-03T09:00:00Z",
        "complaint");
    story.sends("kim", "2026-03-02T09:00:00Z", service);
    story.happens("kim", "service", "'situation': 'complaint', 'endsAt': '2026-03-05T12:00:00Z'");
    story.sends("kim", "2026-03-05T12:00:00Z", promotion);

    story.happens("debtor", "collections", situation("debt-management", "2026-03-01T08:00:00Z"));
    isSuppressed(story.ask("debtor", "2026-03-02T09:00:00Z", promotion), "debt");
    story.sends("debtor", "2026-03-02T09:00:00Z", bill);

    story.sends("payer", "2026-03-02T09:00:00Z", bill);
    isDeferred(
        story.ask("payer", "2026-03-02T10:00:00Z", promotion),
        "2026-03-05T09:00:00Z",
        "promotion-bill");
    story.records("payer", "2026-03-08T09:00:00Z", bill + ", 'status': 'planned'");
    isDeferred(
        story.ask("payer", "2026-03-06T10:00:00Z", promotion),
        "2026-03-11T09:00:00Z",
        "promotion-bill");
  }

  private static String situation(String word, String startsAt) {
    return "'situation': '%s', 'startsAt': '%s'".formatted(word, startsAt);
  }

  /** The products of one house share the patience of one company. */
  @Test
  void theProductSilos() {
    String account = "'account': '" + story.id("fabrik") + "', 'segments': ['key-account']";
    for (int person = 1; person <= 6; person++) {
      story.customer("buyer" + person, account);
    }
    story.customer("stranger", "'account': '" + story.id("werkstatt") + "'");

    for (int person = 1; person <= 5; person++) {
      String at = "2026-03-0%dT09:00:00Z".formatted(person + 1);
      story.sends("buyer" + person, at, productOffer("product-" + person));
    }

    ValidatableResponse sixth =
        story.ask("buyer6", "2026-03-06T10:00:00Z", productOffer("product-6"));
    isDeferred(sixth, "2026-03-09T09:00:00Z", "account-week");
    story.sends("stranger", "2026-03-06T10:00:00Z", productOffer("product-6"));
  }

  private static String productOffer(String product) {
    return "'channel': 'email', 'category': 'promotion', 'department': 'product',"
        + " 'attributes': {'product': '%s'}".formatted(product);
  }

  /** One count over all channels, and a limit of its own for the channel that interrupts. */
  @Test
  void theChannelSilos() {
    story.customer("lee", "'country': 'DE', 'zone': 'Europe/Berlin'");
    story.sends("lee", "2026-03-02T09:00:00Z", promotion("social", "digital"));

    // Another channel is no way around a limit over all of them.
    isDeferred(
        story.ask(
            "lee",
            "2026-03-02T15:00:00Z",
            promotion("email", "marketing") + ", 'alternatives': ['push']"),
        "2026-03-02T23:00:00Z",
        "promotion-day");

    story.customer(
        "text-reader",
        "'country': 'DE', 'consent':"
            + " [{'channel': 'sms', 'status': 'opt-in', 'from': '2026-01-01T00:00:00Z'}]");
    story.sends("text-reader", "2026-03-02T09:00:00Z", promotion("sms", "digital"));
    story.sends("text-reader", "2026-03-03T09:00:00Z", promotion("sms", "marketing"));
    isDeferred(
        story.ask("text-reader", "2026-03-04T09:00:00Z", promotion("sms", "marketing")),
        "2026-03-09T09:00:00Z",
        "sms-week");
    story
        .ask(
            "text-reader",
            "2026-03-04T09:00:00Z",
            promotion("sms", "marketing") + ", 'alternatives': ['email']")
        .body("outcome", equalTo("SEND"))
        .body("channel", equalTo("email"));
  }

  private static String promotion(String channel, String department) {
    return "'channel': '%s', 'category': 'promotion', 'department': '%s'"
        .formatted(channel, department);
  }
}
