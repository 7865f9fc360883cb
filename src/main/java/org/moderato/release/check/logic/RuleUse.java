package org.moderato.release.check.logic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moderato.release.RuleSheet;
import org.moderato.release.check.Candidate;
import org.moderato.strategy.Names;
import org.moderato.strategy.judge.PolicyKinds;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.table.Source;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.table.TableType;
import org.moderato.words.Suggestions;

/** Tables that no rule reads, rules that no row can reach, and tables that do not exist. */
final class RuleUse {

  /** Tables that are read without a rule: weights of contacts, and zones of countries. */
  private static final Set<String> READ_BY_US = Set.of("weight", "countrysetting");

  private final Strategy strategy;
  private final List<RuleWords> texts = new ArrayList<>();
  private final Report report;

  RuleUse(Candidate candidate, Report report) {
    this.strategy = candidate.loaded().strategy();
    this.report = report;
    candidate.files().rules().forEach((file, text) -> texts.add(RuleWords.ofFile(file, text)));
    candidate.loaded().ruleSheets().forEach(sheet -> texts.addAll(cells(sheet)));
  }

  private static List<RuleWords> cells(RuleSheet sheet) {
    return sheet.cells().stream()
        .filter(cell -> cell.value() instanceof String)
        .map(
            cell ->
                RuleWords.ofCell(
                    new Source(sheet.file(), sheet.sheet(), cell.row() + 1), (String) cell.value()))
        .toList();
  }

  void check() {
    strategy.tables().values().forEach(this::checkTable);
    texts.stream().flatMap(text -> text.reads().stream()).forEach(this::checkRead);
    unreached().forEach(this::tellUnreached);
  }

  private void checkTable(Table table) {
    TableType type = table.type();
    boolean isOurs =
        READ_BY_US.contains(Names.key(type.name()))
            || PolicyKinds.isSame(type.kind(), PolicyKinds.EXEMPTION);
    if (isOurs || texts.stream().anyMatch(text -> text.mentions(type.name()))) {
      return;
    }
    int rows = table.rows().size();
    report.add(
        "MOD-LOG-015",
        rows == 0 ? type.source() : table.rows().get(0).getHead().source(),
        "No rule reads the table "
            + type.title()
            + (rows == 0
                ? ""
                : ": its " + (rows == 1 ? "row says" : rows + " rows say") + " nothing"),
        "Write a rule that asks policies.matching(\""
            + type.name()
            + "\", $message), or delete the table and its declaration");
  }

  private void checkRead(RuleWords.Read read) {
    if (strategy.table(read.type()).isPresent()) {
      return;
    }
    List<String> known =
        strategy.tables().values().stream().map(table -> table.type().name()).sorted().toList();
    report.add(
        "MOD-LOG-017",
        read.source(),
        "A rule asks for rows of \"" + read.type() + "\", which is no declared table: it gets none",
        Suggestions.hint(read.type(), known));
  }

  /** By the declared type of a table without rows, the rules that need one. */
  private Map<String, List<RuleWords.Need>> unreached() {
    Map<String, List<RuleWords.Need>> unreached = new LinkedHashMap<>();
    texts.stream()
        .flatMap(text -> text.needs().stream())
        .filter(need -> isEmpty(need.type()))
        .forEach(need -> unreached.computeIfAbsent(need.type(), t -> new ArrayList<>()).add(need));
    return unreached;
  }

  private boolean isEmpty(String type) {
    Optional<Table> table = strategy.table(type);
    return table.isPresent() && table.get().rows().isEmpty();
  }

  private void tellUnreached(String type, List<RuleWords.Need> needs) {
    List<String> names = needs.stream().map(need -> "\"" + need.rule() + "\"").distinct().toList();
    @Nullable String title = strategy.table(type).map(table -> table.type().title()).orElse(type);
    report.add(
        "MOD-LOG-016",
        needs.get(0).source(),
        "No row can reach the "
            + (names.size() == 1 ? "rule " : "rules ")
            + String.join(", ", names)
            + ": the table "
            + title
            + " has no rows that are enabled",
        "Add rows to a sheet " + title + ", or delete the rule");
  }
}
