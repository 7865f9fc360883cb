package org.moderato.evaluation;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.moderato.ServedStrategy;
import org.moderato.contact.KnownCustomer;
import org.moderato.contact.store.CustomerViews;
import org.moderato.release.workbook.TestWorkbooks;
import org.moderato.strategy.fact.Message;

/** Makes messages about some topics wait, or fail as if the database were gone. */
@Alternative
@Singleton
class TroubledJudgements extends Judgements {

  /** Waits until the gate opens. */
  static final String HELD = "held";

  /** Fails as if the database had closed the connection. */
  static final String GONE = "gone";

  private static final long PATIENCE_SECONDS = 60;
  private static final AtomicInteger HOLDING = new AtomicInteger();
  private static volatile CountDownLatch gate = new CountDownLatch(1);

  TroubledJudgements(VocabularyCheck vocabularies, EvaluationConfig config) {
    super(vocabularies, config);
  }

  /** Saves a strategy that holds nothing back. */
  static void useStrategy() {
    ServedStrategy.use(
        "troubled",
        folder ->
            folder.workbook(
                "caps.xlsx",
                new TestWorkbooks()
                    .sheet("Frequency cap", "Id | Window | At most\nday | 1 day | 99")));
  }

  /** Waits until so many are held. */
  static void awaitHeld(int number) {
    Awaitility.await().until(() -> HOLDING.get() == number);
  }

  /** Lets all go who wait, and has others wait from now on. */
  static void open() {
    gate.countDown();
    gate = new CountDownLatch(1);
  }

  @Override
  Judgement judge(
      CustomerViews views, @Nullable KnownCustomer known, Message message, Instant at, Mode mode)
      throws SQLException {
    if (HELD.equals(message.getTopic())) {
      await(gate);
    }
    if (GONE.equals(message.getTopic())) {
      throw new SQLException("terminating connection", "57P01");
    }
    return super.judge(views, known, message, at, mode);
  }

  private static void await(CountDownLatch gate) {
    HOLDING.incrementAndGet();
    try {
      if (!gate.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody opened the gate");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      HOLDING.decrementAndGet();
    }
  }
}
