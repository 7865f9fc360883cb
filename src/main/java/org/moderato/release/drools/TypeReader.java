package org.moderato.release.drools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.strategy.table.Direction;
import org.moderato.strategy.table.Level;
import org.moderato.strategy.table.Measure;
import org.moderato.strategy.table.Regime;
import org.moderato.strategy.table.Source;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.table.TableType.Field;
import org.moderato.strategy.table.Waiting;
import org.moderato.strategy.time.Days;
import org.moderato.strategy.time.Span;
import org.moderato.strategy.time.TimeRange;
import org.moderato.strategy.time.Window;

/** Reads the declaration of one type of policy table. */
final class TypeReader {

  private static final Map<String, TableType.Base> BASES =
      Map.of(
          "PolicyRow", TableType.Base.POLICY,
          "LimitingRow", TableType.Base.LIMITING,
          "CountingRow", TableType.Base.COUNTING);

  private static final Set<String> PRIMITIVES =
      Set.of("int", "long", "double", "float", "boolean", "short", "byte", "char");

  /** The Java classes that fields may have, by the name that a declaration uses. */
  private static final Map<String, Class<?>> FIELD_TYPES =
      Stream.<Class<?>>of(
              String.class,
              Integer.class,
              Long.class,
              Double.class,
              BigDecimal.class,
              Boolean.class,
              LocalDate.class,
              LocalTime.class,
              ZoneId.class,
              List.class,
              Span.class,
              Window.class,
              TimeRange.class,
              Days.class,
              Waiting.class,
              Level.class,
              Measure.class,
              Direction.class,
              Regime.class)
          .collect(Collectors.toMap(Class::getSimpleName, type -> type));

  private final String file;
  private final TypeDeclarationDescr declared;
  private final List<Problem> problems;

  TypeReader(String file, TypeDeclarationDescr declared, List<Problem> problems) {
    this.file = file;
    this.declared = declared;
    this.problems = problems;
  }

  /** The type; empty if it is no policy table, or there is something wrong with it. */
  Optional<TableType> read() {
    TableType.Base base = BASES.get(simpleName(declared.getSuperTypeName()));
    if (base == null) {
      return Optional.empty();
    }
    String kind = Annotations.text(declared, "kind");
    if (kind == null) {
      report(
          declared.getLine(),
          "MOD-DRL-002",
          "The type " + declared.getTypeName() + " says no policy kind",
          "Add @kind(\"...\") to it, such as @kind(\"frequency cap\")");
      return Optional.empty();
    }
    List<Field> fields = new ArrayList<>();
    declared.getFields().values().forEach(field -> field(field).ifPresent(fields::add));
    return Optional.of(
        new TableType(
            declared.getTypeName(),
            title(declared.getTypeName()),
            kind,
            Annotations.has(declared, "lookup"),
            base,
            fields,
            requires(),
            new Source(file, null, Math.max(declared.getLine(), 1))));
  }

  private Set<String> requires() {
    String names = Annotations.text(declared, "requires");
    if (names == null) {
      return Set.of();
    }
    return Stream.of(names.split(",")).map(String::strip).collect(Collectors.toSet());
  }

  private Optional<Field> field(TypeFieldDescr field) {
    String type = simpleName(field.getPattern().getObjectType());
    Class<?> javaType = FIELD_TYPES.get(type);
    if (javaType == null) {
      report(field.getLine(), "MOD-DRL-003", wrongType(field, type), typeHint(type));
      return Optional.empty();
    }
    boolean required = !Annotations.has(field, "optional") && field.getInitExpr() == null;
    String vocabulary = Annotations.text(field, "vocabulary");
    return Optional.of(
        new Field(
            field.getFieldName(),
            javaType,
            required,
            vocabulary == null ? field.getFieldName() : vocabulary));
  }

  private static String wrongType(TypeFieldDescr field, String type) {
    return "The field "
        + field.getFieldName()
        + " has the type "
        + type
        + ", which no cell can hold";
  }

  private static String typeHint(String type) {
    return PRIMITIVES.contains(type)
        ? "Use Integer, Long, Double or Boolean: a blank cell of a primitive would be 0, and a cap"
            + " of 0 silences everybody"
        : "Use one of " + FIELD_TYPES.keySet().stream().sorted().toList();
  }

  private void report(int line, String code, String message, String hint) {
    problems.add(RuleFile.error(code, file, line, message, hint));
  }

  static String simpleName(@Nullable String name) {
    return name == null ? "" : name.substring(name.lastIndexOf('.') + 1);
  }

  /** {@code FrequencyCap} becomes {@code Frequency cap}. */
  static String title(String type) {
    String words = type.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
    return words.substring(0, 1) + words.substring(1).toLowerCase(Locale.ROOT);
  }
}
