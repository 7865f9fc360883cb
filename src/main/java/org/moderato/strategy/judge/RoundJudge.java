package org.moderato.strategy.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Outcome;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Judging;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.rule.Counted;
import org.moderato.strategy.rule.Effort;
import org.moderato.strategy.rule.Histories;
import org.moderato.strategy.rule.History;
import org.moderato.strategy.rule.Matches;
import org.moderato.strategy.rule.Overrides;
import org.moderato.strategy.rule.Policies;
import org.moderato.strategy.rule.Said;
import org.moderato.strategy.rule.VerdictBuilder;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.RowHead;

/** Judges one channel at one instant: fires the rules once and weighs what they said. */
final class RoundJudge {

  /** By the place of their rows: the order in which rules fire means nothing. */
  private static final Comparator<Finding> IN_ORDER =
      Comparator.comparing(Finding::kind, PolicyKinds.order())
          .thenComparing(Finding::source, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Finding::reason);

  private final Strategy strategy;
  private final Customer customer;
  private final Histories histories;
  private final Matches matches;
  private final Effort effort;
  private final Trace trace;

  RoundJudge(Strategy strategy, CustomerView view, Effort effort, Trace trace) {
    this.strategy = strategy;
    this.customer = view.customer();
    this.histories = new Histories(view);
    this.matches = new Matches(customer);
    this.effort = effort;
    this.trace = trace;
  }

  /**
   * What came of a round.
   *
   * @param findings in the published order of kinds
   * @param passed findings of rows that applied and limit nothing
   * @param preferences wishes to reorder the channels, that are acted upon
   */
  record RoundResult(List<Finding> findings, List<Finding> passed, List<String> preferences) {

    List<Finding> acting() {
      return findings.stream().filter(Finding::acts).toList();
    }

    /** Whether any row or rule spoke of the message; one in shadow is as good as none. */
    boolean anyRowApplied() {
      return Stream.concat(findings.stream(), passed.stream())
          .anyMatch(finding -> finding.mode() != Mode.SHADOW);
    }
  }

  RoundResult judge(Message message, Judging judging) {
    effort.check();
    Policies policies = new Policies(strategy::table, matches, judging, this::isHoliday, effort);
    StrategyContactRules rules = new StrategyContactRules(strategy, customer, judging.at());
    History history = new History(histories, message, judging, rules, effort);
    VerdictBuilder verdict = new VerdictBuilder(judging, strategy.settings().zone(), effort);
    strategy
        .rulebase()
        .fire(new Rulebase.Round(message, customer, judging, policies, history, verdict));
    if (trace != Trace.NONE) {
      new Effects(policies, rules, verdict).tell(trace);
    }
    return new Weighing(policies, history, verdict, judging).result();
  }

  private boolean isHoliday(LocalDate day) {
    return strategy.holidays().isHoliday(day, customer.country(), customer.region());
  }

  /** Turns what was said in one round into findings. */
  private static final class Weighing {

    private final Policies policies;
    private final History history;
    private final VerdictBuilder verdict;
    private final Judging judging;
    private final Set<PolicyRow> overridden;

    Weighing(Policies policies, History history, VerdictBuilder verdict, Judging judging) {
      this.policies = policies;
      this.history = history;
      this.verdict = verdict;
      this.judging = judging;
      this.overridden = Overrides.of(policies.applied());
    }

    RoundResult result() {
      List<Finding> findings = verdict.said().stream().map(this::finding).sorted(IN_ORDER).toList();
      return new RoundResult(findings, passed(), preferences());
    }

    private Finding finding(Said said) {
      PolicyRow row = said.row();
      Counted counted = said.counted();
      return new Finding(
          row == null ? said.rule().name() : row.getHead().title(),
          said.kind(),
          said.outcome(),
          said.until(),
          mode(row, said.kind()),
          false,
          judging.channel(),
          judging.at(),
          said.reason(),
          said.source(),
          row == null ? null : row.getId(),
          ids(counted == null ? List.of() : counted.getContacts()),
          counted == null ? null : counted.fullness(),
          counted == null ? null : counted.getLimit().doubleValue(),
          said.provisional());
    }

    private static List<String> ids(Collection<Contact> contacts) {
      List<String> ids = new ArrayList<>(contacts.size());
      contacts.forEach(contact -> ids.add(contact.messageId()));
      return ids;
    }

    private Mode mode(@Nullable PolicyRow row, String kind) {
      if (row != null && row.getHead().mode() == Mode.SHADOW) {
        return Mode.SHADOW;
      }
      if (row != null && overridden.contains(row)) {
        return Mode.OVERRIDDEN;
      }
      return isExempt(kind) ? Mode.EXEMPT : Mode.ENFORCE;
    }

    private boolean isExempt(String kind) {
      return !verdict.exemptions().isEmpty()
          && verdict.exemptions().stream()
              .filter(exemption -> exemption.row().isEnforced())
              .filter(exemption -> !overridden.contains(exemption.row()))
              .anyMatch(exemption -> Exemptions.names(exemption.kinds(), kind));
    }

    private List<String> preferences() {
      return verdict.preferences().stream()
          .filter(preference -> mode(preference.row(), preference.kind()) == Mode.ENFORCE)
          .sorted(Comparator.comparing(Said.Preference::source))
          .flatMap(preference -> preference.channels().stream())
          .distinct()
          .toList();
    }

    private List<Finding> passed() {
      Set<PolicyRow> spoke = new HashSet<>();
      verdict
          .said()
          .forEach(
              said -> {
                if (said.row() != null) spoke.add(said.row());
              });
      List<Finding> passed = new ArrayList<>();
      for (PolicyRow row : policies.applied()) {
        if (!spoke.contains(row)) {
          passed.add(passed(row, history.asked().get(row)));
        }
      }
      return passed;
    }

    private Finding passed(PolicyRow row, @Nullable Counted counted) {
      RowHead head = row.getHead();
      boolean isLimited = counted != null && !Double.isInfinite(counted.getLimit().doubleValue());
      return new Finding(
          head.title(),
          head.kind(),
          Outcome.SEND,
          null,
          overridden.contains(row) ? Mode.OVERRIDDEN : head.mode(),
          false,
          judging.channel(),
          judging.at(),
          "Applied and passed",
          head.source(),
          head.id(),
          counted == null ? List.of() : ids(counted.getContacts()),
          counted == null ? null : counted.fullness(),
          isLimited ? Double.valueOf(counted.getLimit().doubleValue()) : null,
          false);
    }
  }
}
