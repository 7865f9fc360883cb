package org.moderato.release.workbook;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.CountedContacts;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.RowHead;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.Source;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.table.ValueMatch;
import org.moderato.words.Suggestions;

/** One row of a policy table while its cells are read. */
final class RowDraft {

  private final PolicySheet.Context context;
  private final Map<String, Object> values = new HashMap<>();
  private final Map<Attribute, ValueMatch> scope = new HashMap<>();
  private final Map<Attribute, ValueMatch> counts = new HashMap<>();
  private ValueMatch outcome = ValueMatch.ANY;
  private ValueMatch priority = ValueMatch.ANY;
  private boolean onlyHigherPlanned;

  private @Nullable String id;
  private @Nullable LocalDate validFrom;
  private @Nullable LocalDate validTo;
  private boolean enabled = true;
  private Mode mode = Mode.ENFORCE;
  private @Nullable String why;
  private List<String> overrides = List.of();
  private boolean isWrong;

  RowDraft(PolicySheet.Context context) {
    this.context = context;
  }

  void setId(String id) {
    this.id = id;
  }

  @Nullable String id() {
    return id;
  }

  void setValidFrom(LocalDate day) {
    validFrom = day;
  }

  void setValidTo(LocalDate day) {
    validTo = day;
  }

  boolean endsBeforeItStarts() {
    return validFrom != null && validTo != null && validTo.isBefore(validFrom);
  }

  void setEnabled(boolean enabled) {
    this.enabled = enabled;
  }

  void setMode(Mode mode) {
    this.mode = mode;
  }

  void setWhy(String why) {
    this.why = why;
  }

  void setOverrides(List<String> overrides) {
    this.overrides = overrides;
  }

  List<String> overrides() {
    return overrides;
  }

  void put(String field, Object value) {
    values.put(field, value);
  }

  void match(Attribute attribute, ValueMatch match) {
    scope.put(attribute, match);
  }

  void count(Attribute attribute, ValueMatch match) {
    counts.put(attribute, match);
  }

  void countOutcome(ValueMatch match) {
    outcome = match;
  }

  void countPriority(ValueMatch match, boolean onlyHigher) {
    priority = match;
    onlyHigherPlanned = onlyHigher;
  }

  /** Reports words that a vocabulary lacks. */
  void check(String vocabulary, List<String> written, GridCell cell) {
    for (String word : written) {
      context
          .words()
          .check(vocabulary, word)
          .ifPresent(unknown -> wrong("MOD-TAB-007", cell, unknown.message(), unknown.hint()));
    }
  }

  /** Reports names that are no attributes of messages. */
  void checkSame(List<String> names, GridCell cell) {
    for (String name : names) {
      Attribute attribute = context.attributes().get(Names.key(name));
      if (attribute == null || attribute.owner() != Attribute.Owner.MESSAGE) {
        List<String> known =
            context.attributes().values().stream()
                .filter(a -> a.owner() == Attribute.Owner.MESSAGE)
                .map(Attribute::name)
                .sorted()
                .toList();
        String message = "\"" + name + "\" is not an attribute of messages";
        wrong("MOD-TAB-015", cell, message, Suggestions.hint(name, known));
      }
    }
  }

  void wrong(String code, GridCell cell, String message, @Nullable String hint) {
    isWrong = true;
    context.problems().error(code, context.sheet(), cell, message, hint);
  }

  boolean isWrong() {
    return isWrong;
  }

  boolean isEnabled() {
    return enabled;
  }

  RowHead head(String hash, int row) {
    TableType type = context.type();
    return new RowHead(
        id == null ? hash : id,
        id != null,
        type.name(),
        type.title(),
        type.kind(),
        new Source(context.sheet().file(), context.sheet().name(), row + 1),
        new Scope(withoutAny(scope)),
        validFrom,
        validTo,
        mode,
        why,
        overrides);
  }

  /** The values of all fields, what it counts among them. */
  Map<String, Object> values() {
    if (context.type().base() == TableType.Base.COUNTING) {
      values.put("counts", countedContacts());
    }
    return values;
  }

  /** The row's own filter on messages, unless a column about counted contacts says otherwise. */
  private CountedContacts countedContacts() {
    Map<Attribute, ValueMatch> counted =
        new HashMap<>(new Scope(scope).only(a -> a.owner() == Attribute.Owner.MESSAGE).matches());
    counted.putAll(counts);
    return new CountedContacts(
        new Scope(withoutAny(counted)), outcome, priority, onlyHigherPlanned);
  }

  private static Map<Attribute, ValueMatch> withoutAny(Map<Attribute, ValueMatch> matches) {
    Map<Attribute, ValueMatch> some = new HashMap<>(matches);
    some.values().removeIf(ValueMatch.Any.class::isInstance);
    return some;
  }
}
