package org.moderato.strategy.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
 */
public final class Strategy {

  private static final String WEIGHTS = "weight";
  private static final String COUNTRY_SETTINGS = "countrysetting";

  private final Settings settings;
  private final Map<String, Table> tables;
  private final Map<String, Attribute> attributes;
  private final Map<String, Set<String>> vocabularies;
  private final HolidayCalendar holidays;
  private final Duration lookback;
  private final Rulebase rulebase;

  /** Exemption tables that say of some contacts that they do not count. */
  private final List<Table> uncounting;

  /**
   * @param settings what holds for the whole strategy
   * @param tables the policy tables, by {@link Names#key} of the type's name
   * @param attributes the attributes that match columns may use, by key
   * @param vocabularies the known words in the form of {@link Names#word}, by key of their
   *     attribute
   * @param holidays public holidays by country and region
   * @param lookback the longest window or duration of the strategy: how much history a judgement
   *     needs
   * @param rulebase the compiled rules
   */
  public Strategy(
      Settings settings,
      Map<String, Table> tables,
      Map<String, Attribute> attributes,
      Map<String, Set<String>> vocabularies,
      HolidayCalendar holidays,
      Duration lookback,
      Rulebase rulebase) {
    this.settings = settings;
    this.tables = Map.copyOf(tables);
    this.attributes = Map.copyOf(attributes);
    this.vocabularies = Map.copyOf(vocabularies);
    this.holidays = holidays;
    this.lookback = lookback;
    this.rulebase = rulebase;
    this.uncounting = tables.values().stream().filter(Exemptions::mayUncount).toList();
  }

  public Settings settings() {
    return settings;
  }

  public Map<String, Table> tables() {
    return tables;
  }

  public Map<String, Attribute> attributes() {
    return attributes;
  }

  public Map<String, Set<String>> vocabularies() {
    return vocabularies;
  }

  public HolidayCalendar holidays() {
    return holidays;
  }

  public Duration lookback() {
    return lookback;
  }

  public Rulebase rulebase() {
    return rulebase;
  }

  List<Table> uncounting() {
    return uncounting;
  }

  /** The table that says what contacts weigh; empty if it has no rows. */
  Optional<Table> weights() {
    return filled(WEIGHTS);
  }

  private Optional<Table> filled(String key) {
    Table table = tables.get(key);
    return table == null || table.rows().isEmpty() ? Optional.empty() : Optional.of(table);
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
        : filled(COUNTRY_SETTINGS).flatMap(table -> table.mostSpecific(labels, customer, at));
  }

  /** The words among these labels that their vocabularies do not know, by the attribute's name. */
  public List<UnknownWord> unknownWords(Labels labels) {
    List<UnknownWord> unknown = new ArrayList<>();
    vocabularies.forEach(
        (attribute, words) -> {
          if (labels.value(attribute) instanceof String word && !words.contains(Names.word(word))) {
            unknown.add(new UnknownWord(attribute, word, words));
          }
        });
    unknown.sort(Comparator.comparing(UnknownWord::attribute));
    return unknown;
  }
}
