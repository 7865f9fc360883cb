package org.moderato.release.check.logic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.table.ValueMatch;

/** Categories of which nobody receives anything at present, on whatever channel. */
final class BlockedCategories implements LogicCheck.OfStrategy {

  private static final Attribute CHANNEL = Attribute.BUILT_IN.get("channel");
  private static final Attribute CATEGORY = Attribute.BUILT_IN.get("category");
  private static final Set<Attribute> ABOUT = Set.of(CHANNEL, CATEGORY);

  @Override
  public void check(Subject subject, Report report) {
    List<PolicyRow> stops = new ArrayList<>();
    subject.tables(Meaning.SUPPRESSION).forEach(table -> stops.addAll(stops(table, subject)));
    List<String> channels = subject.words("channel");
    Map<List<PolicyRow>, List<String>> blocked = new LinkedHashMap<>();
    for (String category : subject.words("category")) {
      if (subject.budget().isSpent()) {
        return;
      }
      List<PolicyRow> by = stops.stream().filter(row -> accepts(row, CATEGORY, category)).toList();
      boolean all =
          channels.stream().allMatch(c -> by.stream().anyMatch(row -> accepts(row, CHANNEL, c)));
      if (!by.isEmpty() && all && !isExempt(category, subject)) {
        blocked.computeIfAbsent(by, rows -> new ArrayList<>()).add(category);
      }
    }
    blocked.forEach((by, categories) -> tell(by, categories, report));
  }

  /** Rows that stop messages whoever the customer is, and that no other row switches off. */
  private static List<PolicyRow> stops(Table table, Subject subject) {
    Overriders overriders = new Overriders(table);
    return table.rows().stream()
        .filter(row -> row.isEnforced() && row.cell("situation") == null)
        .filter(row -> Periods.isInForce(row.getHead(), subject.today()))
        .filter(row -> ABOUT.containsAll(row.getHead().scope().matches().keySet()))
        .filter(row -> overriders.of(row).isEmpty())
        .toList();
  }

  private static boolean accepts(PolicyRow row, Attribute attribute, String word) {
    return row.getHead().scope().matchOf(attribute).accepts(word);
  }

  private static boolean isExempt(String category, Subject subject) {
    Scope scope = new Scope(Map.of(CATEGORY, new ValueMatch.AnyOf(Set.of(Names.word(category)))));
    return subject.enforced(Meaning.EXEMPTION).stream()
        .anyMatch(row -> Freedom.of(row, "suppression") && row.getHead().scope().mayOverlap(scope));
  }

  private static void tell(List<PolicyRow> by, List<String> categories, Report report) {
    String others =
        by.size() == 1
            ? ""
            : ", together with "
                + by.stream().skip(1).map(Report::name).collect(Collectors.joining(", "));
    report.add(
        "MOD-LOG-011",
        by.get(0),
        "Nobody receives "
            + String.join(", ", categories)
            + " on any channel: the row stops every such message"
            + others,
        "If that is meant for a while only, fill in \"Valid to\"; else name a situation, or fewer"
            + " channels");
  }
}
