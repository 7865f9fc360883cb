package org.moderato.strategy.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.time.HolidayCalendar;

/**
 * All rules and decision tables together, loaded and ready to judge. Immutable, safe for many
 * threads.
 *
 * @param settings what holds for the whole strategy
 * @param tables the policy tables, by {@link Names#key} of the type's name
 * @param attributes the attributes that match columns may use, by key
 * @param vocabularies the known words in the form of {@link Names#word}, by key of their attribute
 * @param holidays public holidays by country and region
 * @param lookback the longest window or duration of the strategy: how much history a judgement
 *     needs
 * @param rulebase the compiled rules
 */
public record Strategy(
    Settings settings,
    Map<String, Table> tables,
    Map<String, Attribute> attributes,
    Map<String, Set<String>> vocabularies,
    HolidayCalendar holidays,
    Duration lookback,
    Rulebase rulebase) {

  public Strategy {
    tables = Map.copyOf(tables);
    attributes = Map.copyOf(attributes);
    vocabularies = Map.copyOf(vocabularies);
  }

  /**
   * The first instant after the given one at which a row comes into force or goes out of it that
   * may let a message pass which others hold back.
   */
  Optional<Instant> nextRelief(Instant after) {
    return tables.values().stream()
        .flatMap(table -> table.nextRelief(after).stream())
        .min(Comparator.naturalOrder());
  }

  /** The table of a type, whatever the spelling of its name; empty if it has no sheet. */
  public Optional<Table> table(String type) {
    @Nullable Table exact = tables.get(type);
    return Optional.ofNullable(exact != null ? exact : tables.get(Names.key(type)));
  }

  /** On whose clock days and hours are read: the customer's, else their country's, else ours. */
  public ZoneId zoneOf(Labels labels, Customer customer, Instant at) {
    if (customer.zone() != null) {
      return customer.zone();
    }
    return zoneRow(labels, customer, at)
        .map(row -> row.cell("zone"))
        .map(ZoneId.class::cast)
        .orElse(settings.zone());
  }

  /** The row that says it; empty if the customer's own zone is known, or none is. */
  Optional<PolicyRow> zoneRow(Labels labels, Customer customer, Instant at) {
    return customer.zone() != null
        ? Optional.empty()
        : table("CountrySetting").flatMap(table -> table.mostSpecific(labels, customer, at));
  }

  /** The words among these labels that their vocabularies do not know, by the attribute's name. */
  public Stream<UnknownWord> unknownWords(Labels labels) {
    return vocabularies.entrySet().stream()
        .flatMap(
            vocabulary ->
                labels.value(vocabulary.getKey()) instanceof String word
                        && !vocabulary.getValue().contains(Names.word(word))
                    ? Stream.of(new UnknownWord(vocabulary.getKey(), word, vocabulary.getValue()))
                    : Stream.empty())
        .sorted(Comparator.comparing(UnknownWord::attribute));
  }
}
