package org.moderato.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.judge.Finding;
import org.moderato.strategy.judge.Verdict;

/** Holds a verdict against an expectation. */
final class Comparison {

  private final Expectation expected;
  private final ExpectedFinding named;
  private final Verdict verdict;
  private final CustomerClock clock;
  private final List<String> mismatches = new ArrayList<>();

  Comparison(Expectation expected, Verdict verdict, CustomerClock clock) {
    this.expected = expected;
    this.named = expected.finding();
    this.verdict = verdict;
    this.clock = clock;
  }

  /** What does not agree, in words; empty: everything does. */
  List<String> mismatches() {
    differ("outcome", expected.outcome(), verdict.outcome());
    differ("until", expected.until(), until());
    if (expected.channel() != null && !isSame(expected.channel(), verdict.channel())) {
      differ("channel", expected.channel(), verdict.channel());
    }
    if (!named.isEmpty()) {
      compareFinding();
    }
    for (String name : expected.alsoFindings()) {
      if (spoken(name).isEmpty()) {
        mismatches.add("expected a finding of " + name + ", there is none");
      }
    }
    for (String name : expected.noFindings()) {
      spoken(name)
          .ifPresent(f -> mismatches.add("expected no finding of " + name + ": " + f.reason()));
    }
    return mismatches;
  }

  /** For SUPPRESS, when a new message would be allowed as far as the decisive row knows. */
  private @Nullable Instant until() {
    return verdict.outcome() == Outcome.SUPPRESS ? verdict.decisive().until() : verdict.at();
  }

  private void differ(String what, @Nullable Object wanted, @Nullable Object was) {
    if (wanted != null && !Objects.equals(wanted, was)) {
      String found = was == null ? "none" : clock.shown(was);
      mismatches.add("expected " + what + " " + clock.shown(wanted) + ", was " + found);
    }
  }

  private void compareFinding() {
    Optional<Finding> meant = meant();
    if (meant.isEmpty()) {
      mismatches.add("expected " + wanted() + " to have its say, it has not");
      return;
    }
    Finding finding = meant.get();
    differ("policy", notSame(named.policy(), finding.policy(), finding.kind()), finding.policy());
    differ("row", notSame(named.row(), finding.row()), finding.row());
    differ("mode", named.mode(), finding.mode());
    differ("counted", named.counted(), counted(finding));
    differ("provisional", named.provisional(), finding.provisional());
    if (!named.countedIds().isEmpty()) {
      differ("counted", new TreeSet<>(named.countedIds()), new TreeSet<>(finding.counted()));
    }
    if (named.reason() != null && !contains(finding.reason(), named.reason())) {
      differ("reason", named.reason(), finding.reason());
    }
  }

  private static Integer counted(Finding finding) {
    return finding.counted().size();
  }

  private String wanted() {
    String row = named.row() == null ? "" : " row " + named.row();
    return (named.policy() == null ? "the policy" : named.policy()) + row;
  }

  /** What holds the message back is decided by one finding; else any finding may be meant. */
  private Optional<Finding> meant() {
    boolean isHeldBack = verdict.outcome() != Outcome.SEND;
    boolean isNamed = named.policy() != null || named.row() != null;
    if (named.mode() == null && (isHeldBack || !isNamed)) {
      return Optional.of(verdict.decisive());
    }
    return verdict.findings().stream()
        .filter(f -> notSame(named.policy(), f.policy(), f.kind()) == null)
        .filter(f -> notSame(named.row(), f.row()) == null)
        .filter(f -> named.mode() == null || f.mode() == named.mode())
        .findFirst();
  }

  /** What was wanted, if it is none of these. */
  private static @Nullable String notSame(@Nullable String wanted, @Nullable String... these) {
    if (wanted == null) {
      return null;
    }
    for (String one : these) {
      if (one != null && isSame(wanted, one)) {
        return null;
      }
    }
    return wanted;
  }

  private static boolean isSame(String one, String other) {
    return Names.key(one).equals(Names.key(other));
  }

  private static boolean contains(String text, String part) {
    return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
  }

  /** A finding of a policy or row that has something to say against the message. */
  private Optional<Finding> spoken(String name) {
    return verdict.findings().stream()
        .filter(f -> f.outcome() != Outcome.SEND || f.source() == null)
        .filter(f -> notSame(name, f.policy(), f.kind(), f.row()) == null)
        .findFirst();
  }
}
