package org.moderato;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.moderato.release.StrategyFiles;
import org.moderato.release.drools.Compiled;
import org.moderato.release.drools.CompiledRules;
import org.moderato.release.drools.DeclaredTypes;
import org.moderato.release.drools.RuleCompiler;
import org.moderato.release.drools.RuleFiles;
import org.moderato.release.drools.Unguarded;
import org.moderato.strategy.Names;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.ContactStatus;
import org.moderato.strategy.fact.Customer;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Judge;
import org.moderato.strategy.judge.Strategy;
import org.moderato.strategy.judge.Verdict;
import org.moderato.strategy.rule.Effort;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.CountedContacts;
import org.moderato.strategy.table.Mode;
import org.moderato.strategy.table.PolicyRow;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.RowHead;
import org.moderato.strategy.table.Scope;
import org.moderato.strategy.table.Settings;
import org.moderato.strategy.table.Source;
import org.moderato.strategy.table.Table;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.table.ValueMatch;
import org.moderato.strategy.time.HolidayCalendar;

/** Strategies, histories and messages for tests of the judge, without a workbook in between. */
public final class TestStrategy {

  private static final StrategyFiles SHIPPED = StrategyFiles.readFrom(Path.of("."));
  private static final Map<Map<String, String>, Engine> ENGINES = new ConcurrentHashMap<>();
  private static final int FIRST_ROW = 2;

  private final SortedMap<String, byte[]> rules = new TreeMap<>();
  private final List<RowBuilder> rows = new ArrayList<>();
  private final Map<String, Set<String>> vocabularies = new HashMap<>();
  private Settings settings = Settings.DEFAULT;
  private HolidayCalendar holidays = HolidayCalendar.none();

  /** The rules that ship. */
  public static TestStrategy shippedRules() {
    TestStrategy strategy = new TestStrategy();
    strategy.rules.putAll(SHIPPED.rules());
    return strategy;
  }

  public static TestStrategy rules(String drl) {
    return new TestStrategy().and(drl);
  }

  /** Adds a rule file. */
  public TestStrategy and(String drl) {
    rules.put("rules/test" + rules.size() + ".drl", drl.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public TestStrategy settings(Settings theirs) {
    settings = theirs;
    return this;
  }

  public TestStrategy holidays(HolidayCalendar theirs) {
    holidays = theirs;
    return this;
  }

  public TestStrategy vocabulary(String attribute, String... words) {
    vocabularies.put(attribute, Set.of(words));
    return this;
  }

  public TestStrategy row(RowBuilder row) {
    rows.add(row);
    return this;
  }

  public static RowBuilder row(String type, String id) {
    return new RowBuilder(type, id);
  }

  /** Compiles the rules, but only once for all tests that have the same. */
  public Loaded load() {
    return loaded(ENGINES.computeIfAbsent(texts(), texts -> Engine.compile(rules)));
  }

  /** The same without the guard of rules. */
  public Loaded loadUnguarded() {
    return loaded(Engine.of(rules, types -> Unguarded.compile(rules, types)));
  }

  private Loaded loaded(Engine engine) {
    Map<String, Table> tables = new HashMap<>();
    for (TableType type : engine.types()) {
      tables.put(Names.key(type.name()), table(type, engine.rules()));
    }
    return new Loaded(
        new Strategy(
            settings,
            tables,
            Attribute.BUILT_IN,
            vocabularies,
            holidays,
            Duration.ofDays(400),
            engine.rules().rulebase()));
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    rules.forEach((file, drl) -> texts.put(file, new String(drl, StandardCharsets.UTF_8)));
    return texts;
  }

  private Table table(TableType type, CompiledRules compiled) {
    List<PolicyRow> ofType = new ArrayList<>();
    for (RowBuilder row : rows) {
      if (row.type.equals(type.name())) {
        ofType.add(compiled.row(row.build(type, FIRST_ROW + ofType.size())));
      }
    }
    return new Table(type, ofType, settings.zone());
  }

  /** Compiled rules. */
  private record Engine(List<TableType> types, CompiledRules rules) {

    static Engine compile(SortedMap<String, byte[]> files) {
      return of(files, types -> new RuleCompiler().compile(new TreeMap<>(files), List.of(), types));
    }

    static Engine of(SortedMap<String, byte[]> files, Function<DeclaredTypes, Compiled> compiler) {
      DeclaredTypes types = RuleFiles.read(files);
      if (!types.problems().isEmpty()) {
        throw new AssertionError(types.problems());
      }
      Compiled compiled = compiler.apply(types);
      return new Engine(
          types.types(),
          compiled.rules().orElseThrow(() -> new AssertionError(compiled.problems())));
    }
  }

  /** A strategy that judges. */
  public record Loaded(Strategy strategy) {

    public Verdict judge(Message message, String at, CustomerView view) {
      return judge(message, at, view, false);
    }

    public Verdict judge(Message message, String at, CustomerView view, boolean explainsAll) {
      return judge(message, Instant.parse(at), view, explainsAll);
    }

    public Verdict judge(Message message, Instant at, CustomerView view, boolean explainsAll) {
      return new Judge(strategy, view, Effort.unbounded(), explainsAll).judge(message, at);
    }
  }

  /** One row of a table. */
  public static final class RowBuilder {

    private final String type;
    private final String id;
    private final Map<Attribute, ValueMatch> scope = new HashMap<>();
    private final Map<Attribute, ValueMatch> counts = new HashMap<>();
    private final Map<String, Object> values = new HashMap<>();
    private List<String> overrides = List.of();
    private Mode mode = Mode.ENFORCE;
    private LocalDate from;
    private LocalDate to;
    private ValueMatch outcome = ValueMatch.ANY;
    private boolean onlyHigher;

    private RowBuilder(String type, String id) {
      this.type = type;
      this.id = id;
    }

    public RowBuilder match(String attribute, String... words) {
      scope.put(Attribute.BUILT_IN.get(attribute), new ValueMatch.AnyOf(Set.of(words)));
      return this;
    }

    public RowBuilder not(String attribute, String... words) {
      scope.put(Attribute.BUILT_IN.get(attribute), new ValueMatch.NoneOf(Set.of(words)));
      return this;
    }

    public RowBuilder counts(String attribute, String... words) {
      counts.put(Attribute.BUILT_IN.get(attribute), new ValueMatch.AnyOf(Set.of(words)));
      return this;
    }

    public RowBuilder countsOutcome(String... words) {
      outcome = new ValueMatch.AnyOf(Set.of(words));
      return this;
    }

    public RowBuilder countsHigherPriority() {
      onlyHigher = true;
      return this;
    }

    public RowBuilder with(String field, Object value) {
      values.put(field, value);
      return this;
    }

    public RowBuilder overrides(String... ids) {
      overrides = List.of(ids);
      return this;
    }

    public RowBuilder shadow() {
      mode = Mode.SHADOW;
      return this;
    }

    public RowBuilder valid(LocalDate first, LocalDate last) {
      from = first;
      to = last;
      return this;
    }

    private RowData build(TableType tableType, int place) {
      Map<Attribute, ValueMatch> counted =
          new HashMap<>(new Scope(scope).only(a -> a.owner() == Attribute.Owner.MESSAGE).matches());
      counted.putAll(counts);
      Map<String, Object> all = new HashMap<>(values);
      if (tableType.base() == TableType.Base.COUNTING) {
        all.put(
            "counts", new CountedContacts(new Scope(counted), outcome, ValueMatch.ANY, onlyHigher));
      }
      RowHead head =
          new RowHead(
              id,
              true,
              tableType.name(),
              tableType.title(),
              tableType.kind(),
              new Source("decision-tables/test.xlsx", tableType.title(), place),
              new Scope(scope),
              from,
              to,
              mode,
              null,
              overrides);
      return new RowData(tableType, head, all);
    }
  }

  /** A message from its labels: {@code message("email", "promotion", "marketing")}. */
  public static Message message(String channel, String category, String department) {
    return message(labels(channel, category, department));
  }

  public static Message message(Labels labels) {
    return new Message("m-" + UUID.randomUUID(), labels, List.of(), null, null);
  }

  public static Labels labels(String channel, String category, String department) {
    return new Labels(
        channel, category, department, null, null, null, null, null, null, Attributes.NONE);
  }

  public static Contact contact(String at, String channel, String category) {
    return contact(at, labels(channel, category, "marketing"));
  }

  public static Contact contact(String at, Labels labels) {
    return new Contact(
        UUID.randomUUID(),
        "marketing",
        "c-" + at,
        Instant.parse(at),
        null,
        ContactStatus.SENT,
        null,
        null,
        labels);
  }

  public static Contact reserved(String at, String until, String channel, String category) {
    return new Contact(
        UUID.randomUUID(),
        "marketing",
        "r-" + at,
        Instant.parse(at),
        null,
        ContactStatus.RESERVED,
        null,
        Instant.parse(until),
        labels(channel, category, "marketing"));
  }

  public static CustomerView view(Customer customer, Contact... contacts) {
    List<Contact> sorted =
        Stream.of(contacts)
            .sorted(java.util.Comparator.comparing(Contact::at))
            .collect(Collectors.toList());
    return new CustomerView(customer, sorted, List.of(), List.of(), Instant.MIN);
  }

  public static CustomerView view(Contact... contacts) {
    return view(Customer.UNKNOWN, contacts);
  }
}
