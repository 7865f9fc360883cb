package org.moderato.release.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EntryPointDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.NamedConsequenceDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.WindowReferenceDescr;
import org.jspecify.annotations.Nullable;
import org.moderato.release.guard.Finding;

/** Looks at the shape of a rule's conditions: what kinds they are and how many. */
final class ConditionCheck {

  private static final Set<String> FUNCTIONS =
      Set.of("sum", "count", "min", "max", "average", "avg", "collectList", "collectSet");

  private final RuleDescr rule;
  private final List<Finding> findings = new ArrayList<>();
  private int patterns;

  ConditionCheck(RuleDescr rule) {
    this.rule = rule;
  }

  List<Finding> findings() {
    long ways = ways(rule.getLhs());
    if (ways > RuleLimits.WAYS) {
      refuse(
          Finding.LIMIT,
          rule,
          "\"or\" gives the rule more than " + RuleLimits.WAYS + " ways to hold");
    }
    if (patterns > RuleLimits.PATTERNS) {
      refuse(Finding.LIMIT, rule, "The rule has more than " + RuleLimits.PATTERNS + " conditions");
    }
    return findings;
  }

  /** Drools makes a rule of its own for each combination of what stands between "or". */
  private long ways(BaseDescr condition) {
    if (condition instanceof AnnotatedBaseDescr annotated) {
      Annotations.refused(annotated)
          .ifPresent(name -> refuse(Finding.FORM, condition, "@" + name + " is not allowed here"));
    }
    if (condition instanceof PatternDescr pattern) {
      return ofPattern(pattern);
    }
    if (condition instanceof ConditionalBranchDescr || condition instanceof NamedConsequenceDescr) {
      refuse(Finding.FORM, condition, "\"if\" and \"do\" are not allowed in conditions");
    }
    if (condition instanceof AccumulateDescr accumulate) {
      return ofSource(accumulate, accumulate);
    }
    if (condition instanceof ConditionalElementDescr group) {
      long all = group instanceof OrDescr ? 0 : 1;
      for (Object part : group.getDescrs()) {
        long ofPart = part instanceof BaseDescr child ? ways(child) : 1;
        all = group instanceof OrDescr ? all + ofPart : all * ofPart;
        all = Math.min(all, RuleLimits.WAYS + 1);
      }
      return all;
    }
    return 1;
  }

  private long ofPattern(PatternDescr pattern) {
    patterns++;
    if (!pattern.getBehaviors().isEmpty()) {
      refuse(Finding.FORM, pattern, "Windows are not allowed");
    }
    return ofSource(pattern, pattern.getSource());
  }

  private long ofSource(BaseDescr where, @Nullable PatternSourceDescr source) {
    if (source instanceof EntryPointDescr || source instanceof WindowReferenceDescr) {
      refuse(Finding.FORM, where, "Entry points and windows are not allowed");
    }
    if (source instanceof CollectDescr collect) {
      return ways(collect.getInputPattern());
    }
    if (source instanceof AccumulateDescr accumulate) {
      checkFunctions(accumulate);
      return ways(accumulate.getInput());
    }
    return 1;
  }

  private void checkFunctions(AccumulateDescr accumulate) {
    boolean isCode =
        accumulate instanceof GroupByDescr
            || accumulate.getInitCode() != null
            || accumulate.getActionCode() != null
            || accumulate.getReverseCode() != null
            || accumulate.getResultCode() != null;
    if (isCode) {
      refuse(
          Finding.FORM, accumulate, "accumulate may have functions such as sum only, and no code");
    }
    accumulate.getFunctions().stream()
        .map(AccumulateDescr.AccumulateFunctionCallDescr::getFunction)
        .filter(function -> !FUNCTIONS.contains(function))
        .forEach(f -> refuse(Finding.USE, accumulate, "accumulate may not use " + f));
  }

  private void refuse(String code, BaseDescr where, String message) {
    int line = where.getLine() > 0 ? where.getLine() : rule.getLine();
    findings.add(new Finding(code, line, message));
  }
}
