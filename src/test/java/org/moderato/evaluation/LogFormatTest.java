package org.moderato.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.fact.Response;
import org.moderato.strategy.table.Level;

class LogFormatTest {

  private static final Instant AT = Instant.parse("2026-11-22T09:00:00.123456Z");

  private static final Labels LABELS =
      new Labels(
          "email",
          "promotion",
          "marketing",
          "acme",
          "q4",
          "t1",
          "trial",
          2,
          50,
          Attributes.of(Map.of("amount", new BigDecimal("12.50"), "tags", List.of("a"))));

  private static final Contact CONTACT =
      new Contact(
          UUID.fromString("019a7f3e-0000-7000-8000-000000000002"),
          "marketing",
          "m-1",
          AT.minusSeconds(60),
          AT.plusSeconds(60),
          ContactStatus.RESERVED,
          null,
          AT.plusSeconds(900),
          LABELS);

  private final LogFormat format = new LogFormat();

  private static Customer answering(Response... responses) {
    Customer unknown = Customer.UNKNOWN;
    return new Customer(
        "DE",
        null,
        null,
        null,
        null,
        Set.of("vip"),
        "firm",
        null,
        unknown.attributes(),
        List.of(),
        List.of(),
        List.of(responses));
  }

  private LoggedDecision read(byte[] message, byte[] facts) {
    return format.read(
        new Decision(
            CONTACT.id(),
            1,
            "marketing",
            "m-2",
            AT,
            AT,
            "r",
            Outcome.SEND,
            "email",
            null,
            message,
            facts,
            new byte[0]));
  }

  private static byte[] old(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatWasWrittenIsReadAsItWas() {
    Message message = new Message("m-2", LABELS, List.of("push"), AT.plusSeconds(9), AT);
    Question question = new Question("C42", message, AT, Duration.ofMinutes(15), new byte[0]);
    Response answer = new Response("reply", "yes", AT.minusSeconds(5), "m-1", LABELS);
    Response other = new Response("click", null, AT.minusSeconds(4), "m-1", Labels.NONE);
    Response stray = new Response("click", null, AT.minusSeconds(3), null, LABELS);
    CustomerView view =
        new CustomerView(
            answering(answer, other, stray),
            List.of(CONTACT),
            List.of(CONTACT),
            List.of(),
            AT.minusSeconds(99));

    LoggedDecision read = read(format.message(question), format.facts(view, Set.of(Level.ACCOUNT)));

    assertThat(read.message()).isEqualTo(message);
    assertThat(read.view(Map.of(CONTACT.id(), changed()))).contains(view);
    assertThat(read.levels()).containsExactlyInAnyOrder(Level.CUSTOMER, Level.ACCOUNT);
    assertThat(read.view(Map.of())).isEmpty();
    assertThat(new String(format.message(question), StandardCharsets.UTF_8))
        .doesNotContain("C42")
        .contains("\"reserveFor\":\"PT15M\"", "\"channel\":\"email\"");
  }

  /** The same contact, about which more is known by now. */
  private static Contact changed() {
    return CONTACT.becomes(ContactStatus.SENT, AT.plusSeconds(7), "delivered");
  }

  @Test
  void readsEntriesOfTheFirstDays() {
    LoggedDecision read =
        read(
            old("{'messageId':'m-2','channel':'email','category':'promotion','department':'x'}"),
            facts("m-1"));

    CustomerView view = read.view(Map.of(CONTACT.id(), CONTACT)).orElseThrow();
    assertThat(view.contacts())
        .containsExactly(
            new Contact(
                CONTACT.id(),
                "marketing",
                "m-1",
                CONTACT.at(),
                CONTACT.endsAt(),
                ContactStatus.SENT,
                null,
                null,
                LABELS));
    assertThat(view.customer().responses()).extracting(Response::labels).containsExactly(LABELS);
    assertThat(read.message().attribute("category")).isEqualTo("promotion");
  }

  @Test
  void makesNothingUpForAResponseWhoseLabelsNobodyLogged() {
    byte[] message = old("{'messageId':'m-2','channel':'email'}");

    assertThat(read(message, facts("m-9")).view(Map.of(CONTACT.id(), CONTACT))).isEmpty();
  }

  private static byte[] facts(String answered) {
    return old(
        """
        {'timeZoneData':'2026b','loadedFrom':'2026-08-24T09:00:00Z',
         'customer':{'country':null,'region':null,'zone':'Europe/Berlin','language':null,
           'stage':null,'segments':[],'account':null,'household':null,'attributes':{},
           'consents':[{'channel':'sms','category':null,'brand':null,'optedIn':true,
             'from':'2026-01-01T00:00:00Z','until':null}],
           'situations':[{'name':'complaint','startsAt':'2026-11-20T00:00:00Z','endsAt':null}],
           'responses':[{'name':'reply','intent':null,'at':'2026-11-20T00:00:00Z',
             'messageId':'%s'}]},
         'contacts':[{'id':'019a7f3e-0000-7000-8000-000000000002','status':'SENT','outcome':null,
           'reservedUntil':null}],
         'accountContacts':[],'householdContacts':[]}
        """
            .formatted(answered));
  }
}
