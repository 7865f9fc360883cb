package org.moderato.packaged.check;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the tables hold of one run.
 *
 * @param customers of {@code customer}
 * @param contacts of {@code contact}
 * @param keys of {@code message_key}
 * @param evaluations of {@code evaluation}
 */
public record Tables(
    List<CustomerRow> customers,
    List<ContactRow> contacts,
    List<KeyRow> keys,
    List<EvaluationRow> evaluations) {

  /** A customer, and whose caps they share. */
  public record CustomerRow(
      long id, String name, long person, @Nullable Long account, @Nullable Long household) {}

  /** A contact that counts. */
  public record ContactRow(
      UUID id,
      long customer,
      @Nullable Long account,
      @Nullable Long household,
      MessageId message,
      Instant at,
      String category,
      Instant recordedAt) {}

  /** What a message's id stands for. */
  public record KeyRow(
      MessageId message, long customer, @Nullable UUID evaluation, @Nullable UUID contact) {}

  /** A verdict; the answer is as it was first sent. */
  public record EvaluationRow(
      UUID id,
      long customer,
      MessageId message,
      Instant decidedAt,
      Instant askedAt,
      String outcome,
      @Nullable UUID contact,
      String answer) {}
}
