package org.moderato.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

  private final WaitingLine line =
      new WaitingLine(WaitingLine.Bounds.of(TestOverload.small(), new Workers(2, 1)));

  private static Job<String> job(MessageClass messageClass, @Nullable String customer, long now) {
    return new Job<>(new Work<>(messageClass, customer, 1, () -> "", () -> ""), now);
  }

  private static Job<String> job(MessageClass messageClass) {
    return job(messageClass, null, 0);
  }

  /** With room for as many as come. */
  private static WaitingLine wide(int shared) {
    return new WaitingLine(
        new WaitingLine.Bounds(
            Map.of(MessageClass.VITAL, 99, MessageClass.STANDARD, 99, MessageClass.MARKETING, 99),
            shared));
  }

  @Test
  void refusesMarketingFirstThenStandardAndVitalLast() {
    List<Boolean> admitted = new ArrayList<>();
    for (MessageClass messageClass :
        List.of(
            MessageClass.MARKETING,
            MessageClass.MARKETING,
            MessageClass.STANDARD,
            MessageClass.STANDARD,
            MessageClass.VITAL,
            MessageClass.VITAL)) {
      admitted.add(line.offer(job(messageClass)));
    }

    assertThat(admitted).containsExactly(true, false, true, false, true, false);
  }

  @Test
  void handsOutWhatMattersMoreFirst() throws InterruptedException {
    WaitingLine line = wide(9);
    List<Job<?>> jobs =
        List.of(
            job(MessageClass.MARKETING),
            job(MessageClass.STANDARD),
            job(MessageClass.VITAL),
            job(MessageClass.VITAL));
    jobs.forEach(line::offer);

    List<Job<?>> taken = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      taken.add(line.take());
    }

    assertThat(taken).containsExactly(jobs.get(2), jobs.get(3), jobs.get(1), jobs.get(0));
  }

  @Test
  void passesOverACustomerWhoIsWorkedOn() throws Exception {
    WaitingLine line = wide(9);
    Job<?> first = job(MessageClass.MARKETING, "hot", 0);
    Job<?> second = job(MessageClass.VITAL, "hot", 0);
    Job<?> other = job(MessageClass.MARKETING, "cool", 0);
    line.offer(first);
    assertThat(line.take()).isSameAs(first);
    line.offer(second);
    line.offer(other);

    assertThat(line.take()).isSameAs(other);
    CompletableFuture<Job<?>> next = taking(line);
    assertThatThrownBy(() -> next.get(50, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    line.done(first);
    assertThat(next.get(10, TimeUnit.SECONDS)).isSameAs(second);
  }

  private static CompletableFuture<Job<?>> taking(WaitingLine line) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return line.take();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void keepsAWorkerFreeForVitalMessages() throws Exception {
    WaitingLine line = wide(1);
    Job<?> shared = job(MessageClass.STANDARD);
    Job<?> further = job(MessageClass.STANDARD);
    Job<?> vital = job(MessageClass.VITAL);
    List.of(shared, further, vital).forEach(line::offer);

    assertThat(line.take()).isSameAs(vital);
    assertThat(line.take()).isSameAs(shared);
    CompletableFuture<Job<?>> next = taking(line);
    assertThatThrownBy(() -> next.get(50, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    line.done(shared);
    assertThat(next.get(10, TimeUnit.SECONDS)).isSameAs(further);
  }

  @Test
  void findsThoseWhoWaitedTooLongButForVitalOnes() {
    WaitingLine line = wide(9);
    Job<?> old = job(MessageClass.MARKETING, null, 10);
    Job<?> vital = job(MessageClass.VITAL, null, 10);
    Job<?> recent = job(MessageClass.MARKETING, null, 20);
    List.of(old, vital, recent).forEach(line::offer);

    assertThat(line.overdue(15)).containsExactly(old);
    assertThat(line.size(MessageClass.MARKETING)).isEqualTo(1);
    assertThat(line.size(MessageClass.VITAL)).isEqualTo(1);
  }

  @Test
  void handsOutWhatWasAdmittedBeforeItCloses() throws InterruptedException {
    Job<?> admitted = job(MessageClass.MARKETING);
    line.offer(admitted);
    line.close();

    assertThat(line.offer(job(MessageClass.VITAL))).isFalse();
    assertThat(line.take()).isSameAs(admitted);
    assertThat(line.take()).isNull();
  }
}
