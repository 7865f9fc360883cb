package org.moderato.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;

class AdmissionTest {

  private static final Duration SOON = Duration.ofMillis(100);

  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final CountDownLatch gate = new CountDownLatch(1);
  private int flushes;
  private Admission admission;

  private Admission with(TestOverload overload, TestOutage outage) {
    DatabasePool pool =
        new DatabasePool(null) {
          @Override
          void flush() {
            flushes++;
          }
        };
    admission = new Admission(overload, outage, new OverloadMetrics(metrics), pool);
    return admission;
  }

  @AfterEach
  void stop() {
    gate.countDown();
    admission.stop();
  }

  private static Work<String> work(MessageClass messageClass, Supplier<String> task) {
    return new Work<>(messageClass, null, 1, task, () -> "without");
  }

  private CompletableFuture<String> ask(MessageClass messageClass, Supplier<String> task) {
    return admission.admit(work(messageClass, task)).toCompletableFuture();
  }

  private String held() {
    try {
      gate.await();
      return "held";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String gone() {
    throw new ServiceException(ErrorCode.UNAVAILABLE, "gone");
  }

  private static String answer(CompletableFuture<String> future) throws Exception {
    return future.get(10, TimeUnit.SECONDS);
  }

  private static void assertFails(CompletableFuture<String> future, ErrorCode code) {
    assertThatThrownBy(() -> answer(future))
        .cause()
        .isInstanceOfSatisfying(ServiceException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private void awaitWorkers(MessageClass messageClass) {
    await()
        .until(
            () ->
                metrics
                        .get("moderato.overload.waiting")
                        .tag("class", messageClass.word())
                        .gauge()
                        .value()
                    == 0);
  }

  @Test
  void refusesAtOnceWhatDoesNotFitAndAnswersVitalMessages() throws Exception {
    with(TestOverload.small(), TestOutage.patient());
    CompletableFuture<String> first = ask(MessageClass.MARKETING, this::held);
    awaitWorkers(MessageClass.MARKETING);
    CompletableFuture<String> second = ask(MessageClass.MARKETING, () -> "second");

    assertFails(ask(MessageClass.MARKETING, () -> "third"), ErrorCode.OVERLOADED);
    assertThat(answer(ask(MessageClass.VITAL, () -> "vital"))).isEqualTo("vital");
    gate.countDown();
    assertThat(answer(first)).isEqualTo("held");
    assertThat(answer(second)).isEqualTo("second");
    assertThat(metrics.get("moderato.overload.refused").tag("class", "marketing").counter().count())
        .isEqualTo(1);
  }

  @Test
  void refusesWhoWaitedTooLong() {
    with(new TestOverload(Optional.of(2), Optional.of(1), 9, 9, 9, SOON), TestOutage.patient());
    ask(MessageClass.STANDARD, this::held);
    awaitWorkers(MessageClass.STANDARD);

    assertFails(ask(MessageClass.STANDARD, () -> "late"), ErrorCode.OVERLOADED);
    assertThat(metrics.get("moderato.overload.refused").tag("reason", "waited").counter().count())
        .isEqualTo(1);
  }

  @Test
  void asksNoDatabaseThatIsGone() throws Exception {
    with(TestOverload.small(), TestOutage.patient());

    assertThat(answer(ask(MessageClass.VITAL, AdmissionTest::gone))).isEqualTo("without");
    assertThat(answer(ask(MessageClass.VITAL, () -> "asked"))).isEqualTo("without");
    assertThat(admission.now(work(MessageClass.VITAL, () -> "asked"))).isEqualTo("without");
    assertThat(flushes).isEqualTo(1);
  }

  @Test
  void findsOutThatTheDatabaseIsBack() {
    Duration minute = Duration.ofMinutes(1);
    with(TestOverload.small(), new TestOutage(minute, minute, SOON));
    ask(MessageClass.VITAL, AdmissionTest::gone);

    await()
        .untilAsserted(
            () -> assertThat(answer(ask(MessageClass.VITAL, () -> "asked"))).isEqualTo("asked"));
    // Whoever asked is answered before the worker says that the database did.
    await().until(() -> metrics.get("moderato.outage.database.gone").gauge().value() == 0);
  }

  @Test
  void answersThoseWhoWaitForADatabaseThatHangs() throws Exception {
    with(TestOverload.small(), new TestOutage(SOON, Duration.ofMinutes(1), SOON));
    CompletableFuture<String> running = ask(MessageClass.STANDARD, this::held);
    awaitWorkers(MessageClass.STANDARD);
    CompletableFuture<String> waiting = ask(MessageClass.STANDARD, () -> "asked");

    assertThat(answer(running)).isEqualTo("without");
    assertThat(answer(waiting)).isEqualTo("without");
    assertThat(admission.now(work(MessageClass.VITAL, this::held))).isEqualTo("without");
  }

  @Test
  void endsTheWaitForOneThatTakesTooLongThoughTheDatabaseAnswersOthers() {
    with(TestOverload.small(), new TestOutage(Duration.ofMinutes(1), SOON, SOON));

    assertFails(ask(MessageClass.STANDARD, this::held), ErrorCode.BUSY);
    assertThat(metrics.get("moderato.outage.database.gone").gauge().value()).isZero();
  }

  @Test
  void groupsLeaveTheProcessorToSingleMessagesAndTheseToWhoReadsAndRefuses() throws Exception {
    with(TestOverload.small(), TestOutage.patient());

    int single = Integer.parseInt(answer(ask(MessageClass.VITAL, AdmissionTest::priority)));
    int group = Integer.parseInt(admission.now(work(MessageClass.VITAL, AdmissionTest::priority)));
    assertThat(group).isLessThan(single);
    assertThat(single).isLessThan(Thread.NORM_PRIORITY);
  }

  private static String priority() {
    return "" + Thread.currentThread().getPriority();
  }

  @Test
  void answersWhatWasAdmittedBeforeItStops() throws Exception {
    with(TestOverload.small(), TestOutage.patient());
    CompletableFuture<String> running = ask(MessageClass.STANDARD, this::held);
    awaitWorkers(MessageClass.STANDARD);
    CompletableFuture<String> waiting = ask(MessageClass.STANDARD, () -> "asked");
    gate.countDown();

    admission.stop();

    assertThat(running.getNow("")).isEqualTo("held");
    assertThat(waiting.getNow("")).isEqualTo("asked");
    assertFails(ask(MessageClass.VITAL, () -> "late"), ErrorCode.OVERLOADED);
  }
}
