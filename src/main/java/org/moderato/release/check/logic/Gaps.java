package org.moderato.release.check.logic;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moderato.strategy.judge.PolicyKinds;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Source;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.table.ValueMatch;

/** Channels by which some category may be sent without end: no row that caps contacts can match. */
final class Gaps implements LogicCheck.OfStrategy {

  private static final Attribute CHANNEL = Attribute.BUILT_IN.get("channel");
  private static final Attribute CATEGORY = Attribute.BUILT_IN.get("category");

  /** The part of a scope that this is about. */
  private record Part(ValueMatch channel, ValueMatch category) {}

  @Override
  public void check(Subject subject, Report report) {
    List<Table> caps = subject.tables().stream().filter(Gaps::isCap).toList();
    List<String> channels = subject.words("channel");
    List<String> categories = subject.words("category");
    if (caps.isEmpty() || channels.isEmpty() || categories.isEmpty()) {
      return;
    }
    Map<String, Set<String>> open = new LinkedHashMap<>();
    channels.forEach(channel -> open.put(channel, new HashSet<>(categories)));
    for (Part part : parts(caps, subject)) {
      if (subject.budget().isSpent()) {
        return;
      }
      open.forEach(
          (channel, uncapped) -> {
            if (part.channel().accepts(channel)) {
              uncapped.removeIf(part.category()::accepts);
            }
          });
    }
    Source place = place(caps);
    open.forEach((channel, uncapped) -> tell(channel, uncapped, categories, place, report));
  }

  private static boolean isCap(Table table) {
    return PolicyKinds.isSame(table.type().kind(), "frequency cap")
        && table.type().base() == TableType.Base.COUNTING;
  }

  private static Set<Part> parts(List<Table> caps, Subject subject) {
    Set<Part> parts = new HashSet<>();
    for (Table table : caps) {
      for (PolicyRow row : table.rows()) {
        if (limits(row, subject)) {
          parts.add(
              new Part(
                  row.getHead().scope().matchOf(CHANNEL), row.getHead().scope().matchOf(CATEGORY)));
        }
      }
    }
    return parts;
  }

  private static boolean limits(PolicyRow row, Subject subject) {
    boolean isUnlimited =
        subject.settings().zeroMeansUnlimited()
            && row.cell("atMost") instanceof Number limit
            && limit.doubleValue() == 0;
    return row.isEnforced() && !isUnlimited && !Periods.isOver(row.getHead(), subject.today());
  }

  /** The sheet to which a row would be added; without one, the type's declaration. */
  private static Source place(List<Table> caps) {
    return caps.stream()
        .flatMap(table -> table.rows().stream())
        .map(row -> row.getHead().source())
        .map(source -> new Source(source.file(), source.sheet(), 1))
        .findFirst()
        .orElse(caps.get(0).type().source());
  }

  private static void tell(
      String channel, Set<String> uncapped, List<String> categories, Source place, Report report) {
    if (uncapped.isEmpty()) {
      return;
    }
    List<String> words = new ArrayList<>(categories);
    words.retainAll(uncapped);
    String which = words.size() == categories.size() ? "any category" : String.join(", ", words);
    report.add(
        "MOD-LOG-014",
        place,
        "No enforced frequency cap can match " + channel + " · " + which + ": there is no limit",
        "Add a row; one without a channel and a category holds for everything");
  }
}
