package org.moderato.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only requests for the same customer wait for each other. */
class LocalQueueTest {

  private static final int PATIENCE_SECONDS = 30;

  private final LocalQueue queue = new LocalQueue();
  private final CountDownLatch gate = new CountDownLatch(1);
  private CompletableFuture<String> first;

  /** Anna has her turn until the gate opens. */
  @BeforeEach
  void holdOne() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    first =
        run(
            List.of("anna"),
            () -> {
              started.countDown();
              awaitGate();
            });
    assertThat(started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @AfterEach
  void open() {
    gate.countDown();
  }

  private void awaitGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<String> run(List<String> ids, Runnable work) {
    CompletableFuture<String> done = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () ->
                done.complete(
                    queue.inTurn(
                        ids,
                        () -> {
                          work.run();
                          return "done";
                        })));
    thread.setDaemon(true);
    thread.start();
    return done;
  }

  private static void assertDone(CompletableFuture<String> work) throws Exception {
    assertThat(work.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("done");
  }

  @Test
  void noneOfThousandsOfOthersWaits() throws Exception {
    List<String> others = IntStream.range(0, 5_000).mapToObj(n -> "customer-" + n).toList();

    assertDone(run(others, () -> {}));
    // The same hash code, and still somebody else.
    assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
    CompletableFuture<String> held = run(List.of("Aa"), this::awaitGate);
    assertDone(run(List.of("BB"), () -> {}));
    gate.countDown();
    assertDone(held);
  }

  @Test
  void theSameCustomerWaits() throws Exception {
    CompletableFuture<String> second = run(List.of("berta", "anna"), () -> {});

    assertThatThrownBy(() -> second.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    gate.countDown();
    assertDone(first);
    assertDone(second);
  }

  @Test
  void groupsInAnyOrderDoNotStopEachOther() throws Exception {
    List<String> ids = new ArrayList<>(List.of("a", "b", "c", "d"));
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Collections.rotate(ids, 1);
      all.add(run(List.copyOf(ids), Thread::yield));
    }

    for (CompletableFuture<String> one : all) {
      assertDone(one);
    }
  }

  @Test
  void keepsNothingOfThoseWhoAreDone() throws Exception {
    for (int i = 0; i < 100; i++) {
      assertDone(run(List.of("customer-" + i, "anyone"), () -> {}));
    }
    assertThatThrownBy(
            () ->
                queue.inTurn(
                    List.of("berta"),
                    () -> {
                      throw new IllegalStateException("failed");
                    }))
        .hasMessage("failed");

    assertThat(queue.size()).isEqualTo(1);
    gate.countDown();
    assertDone(first);
    assertThat(queue.size()).isZero();
  }
}
