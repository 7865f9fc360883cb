package org.moderato.packaged;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What should be answered about the slots of one customer, who may get two messages a day. */
final class SlotModel {

  static final int AT_MOST = 2;

  private static final Set<String> NOT_MADE = Set.of("aborted", "skipped", "refused", "rejected");

  private final Map<String, Boolean> mayBeSent = new HashMap<>();
  private final Map<String, Slot> last = new HashMap<>();
  private final List<Slot> slots = new ArrayList<>();

  private enum State {
    RESERVED,
    SENT,
    RELEASED,
    EXPIRED
  }

  private static final class Slot {
    private final String message;
    private final boolean reserved;
    private State state;
    private @Nullable String outcome;

    Slot(String message, boolean reserved, State state, @Nullable String outcome) {
      this.message = message;
      this.reserved = reserved;
      this.state = state;
      this.outcome = outcome;
    }

    boolean isHeld() {
      return state == State.RESERVED || state == State.SENT && isMade(outcome);
    }

    boolean isGone() {
      return state == State.RELEASED || state == State.EXPIRED;
    }

    void becomes(State next, @Nullable String nextOutcome) {
      state = next;
      outcome = nextOutcome;
    }

    @Override
    public String toString() {
      return message + " " + state.name().toLowerCase(java.util.Locale.ROOT) + " " + outcome;
    }
  }

  private static boolean isMade(@Nullable String outcome) {
    return outcome == null || !NOT_MADE.contains(outcome);
  }

  private Slot take(String message, boolean reserved, @Nullable String outcome) {
    Slot slot = new Slot(message, reserved, reserved ? State.RESERVED : State.SENT, outcome);
    slots.add(slot);
    last.put(message, slot);
    return slot;
  }

  /** Whether a message may be sent now; what was recorded of it does not count against it. */
  boolean isFreeFor(String message) {
    long others =
        slots.stream().filter(Slot::isHeld).filter(slot -> !slot.message.equals(message)).count();
    return others < AT_MOST;
  }

  boolean isJudged(String message) {
    return mayBeSent.containsKey(message);
  }

  /** All slots that were ever taken, in no particular order. */
  List<String> slots() {
    return slots.stream().map(Slot::toString).toList();
  }

  /** An evaluation: outcome and whether it is replayed. */
  String ask(String message, boolean reserves) {
    Slot slot = last.get(message);
    boolean isHeld = slot != null && slot.isHeld();
    Boolean before = mayBeSent.get(message);
    if (before != null && (!before || isHeld)) {
      return (before ? "SEND" : "DEFER") + " true";
    }
    boolean sends = isFreeFor(message);
    mayBeSent.put(message, sends);
    if (sends && !isHeld) {
      take(message, reserves, null);
    }
    return (sends ? "SEND" : "DEFER") + " false";
  }

  /** The time of what is reserved is over. */
  void lapse(String message) {
    Slot slot = last.get(message);
    if (slot != null && slot.state == State.RESERVED) {
      slot.state = State.EXPIRED;
    }
  }

  /** Status of the answer to a confirmation. */
  int confirm(String message, boolean saysWhen) {
    Slot slot = last.get(message);
    if (slot == null) {
      return isJudged(message) ? 409 : 404;
    }
    return switch (slot.state) {
      case SENT -> isMade(slot.outcome) ? 200 : 409;
      case RELEASED -> 409;
      case RESERVED -> {
        slot.becomes(State.SENT, slot.outcome);
        yield 200;
      }
      case EXPIRED -> {
        if (saysWhen) {
          slot.becomes(State.SENT, null);
        }
        yield saysWhen ? 200 : 409;
      }
    };
  }

  /** Status of the answer when a slot is given back. */
  int release(String message) {
    Slot slot = last.get(message);
    if (slot == null) {
      return isJudged(message) ? 409 : 404;
    }
    if (slot.state != State.SENT) {
      slot.becomes(State.RELEASED, slot.outcome);
      return 200;
    }
    if (isMade(slot.outcome) && (slot.reserved || slot.outcome != null)) {
      return 409;
    }
    slot.becomes(State.RELEASED, slot.outcome == null ? "aborted" : slot.outcome);
    return 200;
  }

  /** Status of the answer to a delivery report. */
  int report(String message, @Nullable String outcome) {
    Slot slot = last.get(message);
    boolean isAgainst = Boolean.FALSE.equals(mayBeSent.get(message));
    if (slot == null || (slot.isGone() && isMade(outcome) && isAgainst)) {
      take(message, false, outcome);
      return 201;
    }
    if (!slot.isGone()) {
      slot.becomes(State.SENT, outcome == null ? slot.outcome : outcome);
    } else if (isMade(outcome)) {
      slot.becomes(State.SENT, outcome);
    } else {
      slot.outcome = outcome;
    }
    return 200;
  }
}
