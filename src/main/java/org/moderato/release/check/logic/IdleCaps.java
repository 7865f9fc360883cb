package org.moderato.release.check.logic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.CountedContacts;
import org.moderato.strategy.table.CountingRow;
import org.moderato.strategy.table.Direction;
import org.moderato.strategy.table.Measure;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.Waiting;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.Window;

/**
 * Caps that hold nothing back, since a spacing row leaves no place in the window for so many
 * contacts. Holds for contacts that obeyed that row; what was recorded otherwise may still fill the
 * window, so the words say so.
 */
final class IdleCaps implements LogicCheck.OfStrategy {

  @Override
  public void check(Subject subject, Report report) {
    List<PolicyRow> spacings =
        subject
            .tables(Meaning.SPACING)
            .flatMap(
                table -> {
                  Overriders overriders = new Overriders(table);
                  return table.rows().stream().filter(row -> overriders.of(row).isEmpty());
                })
            .filter(row -> row.isEnforced() && row.cell("direction") == Direction.BOTH)
            .toList();
    ScopedRows scoped = new ScopedRows(spacings);
    for (PolicyRow cap : subject.enforced(Meaning.FREQUENCY_CAP)) {
      if (subject.budget().isSpent() || spacings.isEmpty()) {
        return;
      }
      if (!report.isSuperfluous(cap)) {
        scoped.covering(cap).stream()
            .filter(spacing -> isIdle((CountingRow) cap, (CountingRow) spacing, subject))
            .findFirst()
            .ifPresent(spacing -> tell(cap, spacing, report));
      }
    }
  }

  private static boolean isIdle(CountingRow cap, CountingRow spacing, Subject subject) {
    boolean comparable =
        cap.cell("measure") != Measure.WEIGHT
            && waitsOnly(cap)
            && Strictness.countsAtLeast(spacing, cap)
            && spacesAllOf(cap.getCounts(), spacing)
            && isUsual(cap.getCounts());
    return comparable
        && cap.cell("atMost") instanceof Number limit
        && limit.longValue() > 0
        && most(cap.getWindow(), spacing.cell("atLeast"))
            .filter(n -> n <= limit.longValue())
            .isPresent()
        && !mayBeExempt(cap.getCounts().scope(), subject);
  }

  /**
   * One that suppresses, or waits longer, is harsher where both hold a message back; one that
   * overrides others does something else.
   */
  private static boolean waitsOnly(CountingRow cap) {
    return cap.getHead().overrides().isEmpty()
        && cap.getWhenReached().equals(Waiting.EARLIEST)
        && cap.getWaitAtMost() == null;
  }

  /** Whether each contact that the cap counts was once a message that had to keep the distance. */
  private static boolean spacesAllOf(CountedContacts counts, CountingRow spacing) {
    Scope scope = spacing.getHead().scope();
    boolean ofMessage =
        scope.matches().keySet().stream()
            .allMatch(attribute -> attribute.owner() == Attribute.Owner.MESSAGE);
    return ofMessage && counts.scope().isSurelyWithin(scope) && Strictness.same(spacing).isEmpty();
  }

  /** Planned contacts keep no distance yet. */
  private static boolean isUsual(CountedContacts counts) {
    return counts.outcome().equals(CountedContacts.DEFAULT.outcome());
  }

  private static boolean mayBeExempt(Scope counted, Subject subject) {
    return subject.enforced(Meaning.EXEMPTION).stream()
        .anyMatch(row -> Freedom.of(row, "spacing") && row.getHead().scope().mayOverlap(counted));
  }

  /** How many contacts fit into a window; empty if that depends on the calendar. */
  private static Optional<Long> most(@Nullable Window window, @Nullable Object distance) {
    if (!(window instanceof Window.Rolling rolling) || !(distance instanceof Span gap)) {
      return Optional.empty();
    }
    Optional<Duration> length = rolling.span().elapsed();
    Optional<Duration> apart = gap.elapsed().filter(elapsed -> !elapsed.isZero());
    if (length.isEmpty() || apart.isEmpty()) {
      return Optional.empty();
    }
    // The start of a window is excluded: one as long as the distance holds a single contact.
    Duration last = rolling.inclusive() ? length.get() : length.get().minusNanos(1);
    return Optional.of(last.dividedBy(apart.get()) + 1);
  }

  private static void tell(PolicyRow cap, PolicyRow spacing, Report report) {
    report.add(
        "MOD-LOG-010",
        cap,
        "The cap holds nothing back, for "
            + Report.region(cap)
            + ": contacts that are "
            + spacing.cell("atLeast")
            + " apart, as "
            + Report.name(spacing)
            + " demands, are never more than "
            + cap.cell("atMost")
            + " in "
            + ((CountingRow) cap).getWindow()
            + "; possible exceptions are contacts that were recorded despite that row",
        "Lower the limit, or delete one of the rows");
  }
}
