package org.moderato.packaged.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.packaged.check.SmallRun.ask;
import static org.moderato.packaged.check.SmallRun.contact;
import static org.moderato.packaged.check.SmallRun.day;
import static org.moderato.packaged.check.SmallRun.id;
import static org.moderato.packaged.check.SmallRun.message;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.moderato.packaged.check.Cap.Level;
import org.moderato.packaged.check.Tables.EvaluationRow;
import org.moderato.packaged.check.Tables.KeyRow;
import org.moderato.packaged.check.Violation.Kind;

class AuditTest {

  @Test
  void findsNothingWhereNothingIsWrong() {
    assertThat(new SmallRun().violations(false)).isEmpty();
  }

  static Stream<Arguments> spoilt() {
    return Stream.of(
        spoilt("a third contact in a week", Kind.OVER_CAP, run -> contactOn(run, 7)),
        spoilt("an answer that is not kept", Kind.LOST, run -> run.evaluations.remove(3)),
        spoilt("an answer in other words", Kind.OTHER_ANSWER, run -> saidOtherwise(run)),
        spoilt("an answer that is new twice", Kind.OTHER_ANSWER, run -> saidTwice(run)),
        spoilt("a verdict that replaced another", Kind.OTHER_ANSWER, run -> judgedAgain(run)),
        spoilt("a SEND without its contact", Kind.NO_CONTACT, run -> run.contacts.remove(2)),
        spoilt("a SEND with two contacts", Kind.NO_CONTACT, run -> contactOn(run, 9)),
        spoilt("a contact of nobody's", Kind.NOT_ASKED, run -> contactOn(run, 20)),
        spoilt("a contact at another time", Kind.NOT_ASKED, run -> contactMoved(run)),
        spoilt("a verdict of nobody's", Kind.NOT_ASKED, run -> run.journal.remove(2)),
        spoilt("a message without a key", Kind.WRONG_KEY, run -> run.keys.remove(0)),
        spoilt("two keys", Kind.WRONG_KEY, run -> run.keys.add(run.keys.get(0))),
        spoilt("a key to something else", Kind.WRONG_KEY, run -> keyMoved(run)),
        spoilt("counts what is not there", Kind.UNJUSTIFIED, run -> counts(run, "\"m0\",\"m2\"")),
        spoilt("counts what came later", Kind.UNJUSTIFIED, run -> counts(run, "\"m2\",\"m9\"")),
        spoilt("counts too few", Kind.UNJUSTIFIED, run -> counts(run, "\"m1\"")),
        spoilt("counts one twice", Kind.UNJUSTIFIED, run -> counts(run, "\"m1\",\"m1\"")),
        spoilt("names no such row", Kind.UNJUSTIFIED, run -> run.answer(3, "week", "month")),
        spoilt("looks at another instant", Kind.UNJUSTIFIED, run -> moved(run, day(3), day(4))),
        spoilt("waits too long", Kind.UNJUSTIFIED, run -> moved(run, day(8), day(9))),
        spoilt("waits too short", Kind.UNJUSTIFIED, run -> moved(run, day(8), day(7))),
        spoilt("is never sent", Kind.UNJUSTIFIED, run -> suppressed(run)),
        spoilt("an error", Kind.FAILED, run -> run.journal.add(ask("m1", day(1), 500, ""))),
        spoilt("no answer", Kind.FAILED, run -> run.journal.add(ask("m1", day(1), 0, ""))),
        spoilt("a retry that is refused", Kind.FAILED, run -> refused(run, "m1", 1)),
        spoilt("never answered", Kind.UNANSWERED, run -> refused(run, "m10", 10)),
        spoilt("an id used twice", Kind.REUSED, run -> reused(run, 200)));
  }

  private static Arguments spoilt(String name, Kind kind, Consumer<SmallRun> how) {
    return Arguments.of(name, kind, how);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spoilt")
  void finds(String name, Kind kind, Consumer<SmallRun> how) {
    SmallRun run = new SmallRun();
    how.accept(run);
    assertThat(run.violations(false))
        .as(name)
        .isNotEmpty()
        .extracting(Violation::kind)
        .contains(kind);
  }

  @Test
  void whatWasKilledExcusesErrorsButNothingElse() {
    SmallRun run = new SmallRun();
    run.journal.add(ask("m1", day(1), 503, ""));
    run.journal.add(ask("m1", day(1), 0, ""));
    assertThat(run.violations(true)).isEmpty();

    run.journal.add(ask("m1", day(1), 500, ""));
    run.evaluations.remove(3);
    assertThat(run.violations(true))
        .extracting(Violation::kind)
        .contains(Kind.FAILED, Kind.LOST)
        .doesNotContain(Kind.UNANSWERED);
  }

  @Test
  void anIdThatIsUsedAgainIsRefused() {
    SmallRun run = new SmallRun();
    reused(run, 422);
    assertThat(run.violations(false)).isEmpty();
  }

  @Test
  void aDeferThatIsOverMayBeReplaced() {
    SmallRun run = new SmallRun();
    EvaluationRow before = run.evaluations.get(2);
    EvaluationRow later = copy(before, id(30), day(8));
    run.evaluations.add(later);
    run.keys.set(2, new KeyRow(before.message(), before.customer(), later.id(), null));
    assertThat(run.violations(false))
        .extracting(Violation::kind)
        .doesNotContain(Kind.OTHER_ANSWER, Kind.WRONG_KEY);
  }

  @Test
  void saysWhoseWindowAndWhichContacts() {
    SmallRun run = new SmallRun();
    contactOn(run, 7);
    assertThat(run.violations(false))
        .filteredOn(violation -> violation.kind() == Kind.OVER_CAP)
        .first()
        .satisfies(
            violation -> {
              assertThat(violation.customer()).isEqualTo("c7");
              assertThat(violation.words()).contains("atMost=2", "m1", "m2", "m7");
            });
  }

  @Test
  void accountsAndHouseholdsAreThoseOfTheContact() {
    SmallRun run = new SmallRun();
    Tables tables = new Tables(run.customers, run.contacts, run.keys, run.evaluations);
    for (Level level : Level.values()) {
      Cap cap = new Cap("week", "promotion", 1, Duration.ofDays(7), level);
      assertThat(new Audit(List.of(cap), false).violations(run.journal, tables))
          .extracting(Violation::kind)
          .contains(Kind.OVER_CAP);
    }
  }

  @Test
  void readsWhatWasWritten(@TempDir Path folder) throws Exception {
    try (JournalWriter writer = new JournalWriter(folder, "one")) {
      String body = "{\"messageId\": \"%s\",\n \"department\": \"d\", \"customerId\": \"c\"}";
      writer.asked(body.formatted("answered"));
      writer.answered(200, "{}");
      writer.asked(body.formatted("lost"));
      writer.lost();
      writer.asked(body.formatted("refused"));
      writer.refused();
      writer.asked(body.formatted("open"));
    }

    assertThat(Journal.read(folder))
        .extracting(exchange -> exchange.message().id() + " " + exchange.status())
        .containsExactlyInAnyOrder("answered 200", "lost 0", "open 0");
  }

  private static void contactOn(SmallRun run, int day) {
    run.contacts.add(contact(day, id(200 + day)));
  }

  private static void contactMoved(SmallRun run) {
    Tables.ContactRow moved = contact(10, run.contacts.get(2).id());
    run.contacts.set(
        2,
        new Tables.ContactRow(
            moved.id(),
            moved.customer(),
            2L,
            3L,
            message("m9"),
            moved.at(),
            moved.category(),
            moved.recordedAt()));
  }

  private static void saidOtherwise(SmallRun run) {
    Exchange said = run.journal.get(0);
    run.journal.add(ask("m1", day(1), 200, said.answer().replace("[]", "[ ]")));
  }

  private static void saidTwice(SmallRun run) {
    run.journal.add(ask("m1", day(1), 200, run.journal.get(0).answer()));
  }

  private static void judgedAgain(SmallRun run) {
    EvaluationRow before = run.evaluations.get(2);
    run.evaluations.add(copy(before, id(30), before.decidedAt().plusSeconds(60)));
    run.keys.set(2, new KeyRow(before.message(), before.customer(), id(30), null));
  }

  private static EvaluationRow copy(EvaluationRow row, UUID id, Instant decidedAt) {
    return new EvaluationRow(
        id,
        row.customer(),
        row.message(),
        decidedAt,
        row.askedAt(),
        row.outcome(),
        row.contact(),
        row.answer());
  }

  private static void keyMoved(SmallRun run) {
    KeyRow key = run.keys.get(0);
    run.keys.set(0, new KeyRow(key.message(), key.customer(), id(2), key.contact()));
  }

  private static void counts(SmallRun run, String messages) {
    run.answer(3, "\"m1\",\"m2\"", messages);
  }

  private static void moved(SmallRun run, Instant from, Instant to) {
    run.answer(3, from.toString(), to.toString());
  }

  private static void suppressed(SmallRun run) {
    run.verdict(
        3,
        row ->
            new EvaluationRow(
                row.id(),
                row.customer(),
                row.message(),
                row.decidedAt(),
                row.askedAt(),
                "SUPPRESS",
                null,
                row.answer()));
  }

  private static void refused(SmallRun run, String message, int day) {
    run.journal.add(ask(message, day(day), 422, ""));
  }

  private static void reused(SmallRun run, int status) {
    Exchange first = run.journal.get(0);
    run.journal.add(
        new Exchange(
            first.message(),
            first.customer(),
            first.at(),
            first.content().replace("promotion", "news"),
            status,
            run.journal.get(4).answer()));
  }
}
