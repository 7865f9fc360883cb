package org.moderato.release.drools;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.conf.KieBaseMutabilityOption;
import org.kie.api.definition.KiePackage;
import org.kie.api.definition.type.FactType;
import org.kie.api.runtime.KieContainer;
import org.moderato.strategy.judge.Rulebase;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.RowData;

/** Rules ready to fire, and the types of the tables that they declare. */
public final class CompiledRules implements AutoCloseable {

  private final KieContainer container;
  private final Build build;
  private final KieBase base;
  private final DroolsRulebase rulebase;
  private final Map<String, RowMaker> makers = new ConcurrentHashMap<>();

  CompiledRules(Build build, Map<String, RuleInfo> infos) {
    this.build = build;
    this.container = build.container();
    KieBaseConfiguration configuration = KieServices.Factory.get().newKieBaseConfiguration();
    configuration.setOption(KieBaseMutabilityOption.DISABLED);
    this.base = container.newKieBase(configuration);
    this.rulebase = new DroolsRulebase(base, infos);
  }

  public Rulebase rulebase() {
    return rulebase;
  }

  /** Makes a row of its declared type. */
  public PolicyRow row(RowData data) {
    return makers
        .computeIfAbsent(data.type().name(), type -> new RowMaker(factType(type)))
        .make(data);
  }

  private FactType factType(String name) {
    return base.getKiePackages().stream()
        .map(KiePackage::getName)
        .map(packageName -> base.getFactType(packageName, name))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the type " + name + " was not compiled"));
  }

  /** Frees everything. KIE keeps modules in a static repository: it must forget this one. */
  @Override
  public void close() {
    container.dispose();
    build.discard();
  }
}
