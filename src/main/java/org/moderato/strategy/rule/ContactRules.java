package org.moderato.strategy.rule;

import java.time.Duration;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Labels;

/**
 * What the judging strategy says of a recorded contact. Only labels are frozen in a contact;
 * whether it counts, and how much, is derived when it is judged.
 */
public interface ContactRules {

  /** Whether some exemption says of some contacts that they do not count. */
  boolean mayUncount();

  /** Whether an exemption says that such a contact does not count for policies of this kind. */
  boolean isUncounted(Contact contact, String kind);

  /** The weight of a contact or message with these labels; 1 unless the strategy says otherwise. */
  double weightOf(Labels labels);

  /** Whether a limit of 0 means no limit. */
  boolean zeroMeansUnlimited();

  /** How far back {@code ever} reaches. */
  Duration historyKept();
}
