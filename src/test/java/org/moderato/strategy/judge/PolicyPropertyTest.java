package org.moderato.strategy.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moderato.TestStrategy.row;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;
import org.moderato.TestCustomer;
import org.moderato.TestStrategy;
import org.moderato.TestStrategy.RowBuilder;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.fact.Situation;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.Settings;

/**
 * Random strategies, histories, zones and instants: what the judge answers is what trying every
 * instant finds, for all rows together and for each alone.
 */
class PolicyPropertyTest {

  /** A case asks the engine itself a dozen times, so there are fewer than in other tests. */
  private static final int CASES = Integer.getInteger("moderato.property.cases", 20_000) / 10;

  private static final long SEED = Long.getLong("moderato.property.seed", 20_261_123);

  @Test
  void answersAreTheFirstInstantAtWhichNothingActs() {
    int deferred = 0;
    int suppressed = 0;
    for (long seed = SEED; seed < SEED + CASES; seed++) {
      Scene scene = new RandomScene(seed).next();
      Verdict verdict = new Trial("seed " + seed, scene, new Random(seed)).check();
      deferred += verdict.outcome() == Outcome.DEFER ? 1 : 0;
      suppressed += verdict.outcome() == Outcome.SUPPRESS ? 1 : 0;
    }
    // So that the test stays one of interesting scenes.
    assertThat(deferred).isGreaterThan(CASES / 5);
    assertThat(suppressed).isGreaterThan(CASES / 50);
  }

  /** One scene before the judge. */
  private record Trial(String name, Scene scene, SortedSet<Instant> turns, Random random) {

    Trial(String name, Scene scene, Random random) {
      this(name + ", " + scene, scene, scene.turns(), random);
    }

    Verdict check() {
      Verdict verdict = judge(scene.askedAt(), scene.policies());
      assertThat(verdict.findings()).as(name).filteredOn(Finding::decisive).hasSize(1);
      checkFindings(verdict);
      if (isSuppressedAtOnce()) {
        assertThat(verdict.outcome()).as(name).isEqualTo(Outcome.SUPPRESS);
      } else if (hasOpenEnd()) {
        checkOpenEnded(verdict);
      } else {
        checkTime(verdict);
      }
      checkOrder(verdict);
      return verdict;
    }

    /** By a row that says so, or one that never passes. */
    private boolean isSuppressedAtOnce() {
      return scene.policies().stream()
          .filter(policy -> scene.acts(policy, scene.askedAt()))
          .anyMatch(policy -> policy.suppresses() || isEndless(policy, scene.askedAt()));
    }

    private boolean isEndless(Policy policy, Instant t) {
      return !isOpen(policy) && passes(policy, t).isEmpty();
    }

    /** The first instant at which a policy passes if it is alone. */
    private Optional<Instant> passes(Policy policy, Instant from) {
      return turns.tailSet(from).stream().filter(t -> !scene.speaks(policy, t)).findFirst();
    }

    private boolean isOpen(Policy policy) {
      return policy.meaning() instanceof Policy.InSituation in
          && scene.situations().stream()
              .anyMatch(s -> s.endsAt() == null && in.names().contains(s.name()));
    }

    private boolean hasOpenEnd() {
      return scene.policies().stream().anyMatch(policy -> isOpen(policy) && !policy.shadow());
    }

    /** Each row says until when it holds the message back by itself. */
    private void checkFindings(Verdict verdict) {
      for (Policy policy : scene.policies()) {
        List<Finding> said =
            verdict.findings().stream()
                .filter(f -> policy.id().equals(f.row()) && f.checkedAt().equals(scene.askedAt()))
                .toList();
        String question = name + ", " + policy;
        boolean speaks = scene.speaks(policy, scene.askedAt());
        assertThat(!said.isEmpty()).as(question).isEqualTo(speaks);
        for (Finding finding : said) {
          assertThat(finding.mode()).as(question).isEqualTo(mode(policy));
          if (!isOpen(policy) && !mayCountLess()) {
            assertThat(Optional.ofNullable(finding.until()))
                .as(question)
                .isEqualTo(passes(policy, scene.askedAt()));
          }
        }
      }
    }

    /** Contacts that count no longer end the wait, not the limit's own search for an end. */
    private boolean mayCountLess() {
      return scene.exemptions().stream().anyMatch(e -> !e.counts() && !e.shadow());
    }

    private Mode mode(Policy policy) {
      if (policy.shadow()) {
        return Mode.SHADOW;
      }
      if (scene.isOverridden(policy, scene.askedAt())) {
        return Mode.OVERRIDDEN;
      }
      return scene.acts(policy, scene.askedAt()) ? Mode.ENFORCE : Mode.EXEMPT;
    }

    private void checkTime(Verdict verdict) {
      Optional<Instant> expected = scene.firstFree(turns);
      boolean mayMeetOneWithoutEnd =
          scene.policies().stream()
              .anyMatch(
                  policy ->
                      turns.stream()
                          .takeWhile(t -> expected.isEmpty() || t.isBefore(expected.get()))
                          .anyMatch(t -> scene.acts(policy, t) && isEndless(policy, t)));
      if (verdict.outcome() == Outcome.SUPPRESS) {
        assertThat(mayMeetOneWithoutEnd).as(name + ", " + expected).isTrue();
        return;
      }
      assertThat(Optional.ofNullable(verdict.at())).as(name).isEqualTo(expected);
      boolean isNow = verdict.at().equals(scene.askedAt());
      assertThat(verdict.outcome()).as(name).isEqualTo(isNow ? Outcome.SEND : Outcome.DEFER);
      if (!isNow) {
        checkAround(verdict.at());
      }
    }

    /** Whoever asks at that instant may send, and whoever asks just before may not. */
    private void checkAround(Instant at) {
      assertThat(judge(at, scene.policies()).outcome()).as(name).isEqualTo(Outcome.SEND);
      Verdict before = judge(at.minus(1, ChronoUnit.MICROS), scene.policies());
      assertThat(before.outcome()).as(name).isNotEqualTo(Outcome.SEND);
    }

    private void checkOpenEnded(Verdict verdict) {
      if (verdict.at() == null) {
        return;
      }
      scene.policies().stream()
          .filter(policy -> !isOpen(policy))
          .forEach(
              policy ->
                  assertThat(scene.acts(policy, verdict.at()))
                      .as(name + ", " + policy + " at " + verdict.at())
                      .isFalse());
    }

    private void checkOrder(Verdict verdict) {
      List<Policy> shuffled = new ArrayList<>(scene.policies());
      Collections.shuffle(shuffled, random);
      Verdict other = judge(scene.askedAt(), shuffled);
      assertThat(other.outcome()).as(name).isEqualTo(verdict.outcome());
      assertThat(other.at()).as(name).isEqualTo(verdict.at());
    }

    private Verdict judge(Instant at, List<Policy> policies) {
      TestStrategy strategy = TestStrategy.shippedRules().settings(settings());
      policies.forEach(policy -> strategy.row(policy.toRow()));
      scene.exemptions().forEach(exemption -> strategy.row(toRow(exemption)));
      RandomScene.WEIGHTS.forEach(
          (channel, weight) ->
              strategy.row(
                  row("Weight", channel).match("channel", channel).with("weight", weight)));
      Message message = new Message("m", scene.message(), List.of(), null, null);
      return strategy.load().judge(message, at, view(), false);
    }

    private Settings settings() {
      Settings usual = Settings.DEFAULT;
      return new Settings(
          scene.strategyZone(),
          null,
          "en",
          usual.historyKept(),
          usual.waitHorizon(),
          false,
          Outcome.SEND);
    }

    private static RowBuilder toRow(Scene.Exempt exemption) {
      RowBuilder row =
          row("Exemption", exemption.id())
              .valid(exemption.force().from(), exemption.force().to())
              .with("doesNotObey", exemption.kinds())
              .with("counts", exemption.counts());
      if (exemption.category() != null) {
        row.match("category", exemption.category());
      }
      return exemption.shadow() ? row.shadow() : row;
    }

    private CustomerView view() {
      TestCustomer customer = new TestCustomer().zone(scene.zone().getId());
      for (Situation s : scene.situations()) {
        customer.situation(
            s.name(), s.startsAt().toString(), s.endsAt() == null ? null : s.endsAt().toString());
      }
      Customer built = customer.build();
      List<Contact> account = scene.accountContacts();
      return new CustomerView(built, scene.contacts(), account, List.of(), Instant.MIN);
    }
  }
}
