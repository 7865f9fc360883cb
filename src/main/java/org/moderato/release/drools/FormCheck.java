package org.moderato.release.drools;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QualifiedName;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.drools.drl.ast.descr.TypeFieldDescr;
import org.jspecify.annotations.Nullable;
import org.moderato.release.drools.RuleText.Fault;
import org.moderato.release.guard.AllowList;
import org.moderato.release.guard.Finding;
import org.moderato.release.guard.KnownTypes;

/**
 * Holds parsed rules to forms that run no code while they are compiled and loaded. What passes here
 * may be built; what it calls is looked at again in its byte code.
 */
final class FormCheck {

  private static final String NAME = "[\\p{L}\\p{N}_.\\- ]{1,200}";
  private static final String PACKAGE = "[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*";
  private static final String TAKEN =
      "(?:java|javax|jakarta|jdk|sun|com\\.sun|org\\.(?:kie|drools|moderato))(?:\\..*)?";
  private static final String LITERAL =
      "-?\\d+(?:\\.\\d+)?[LlDdFf]?|true|false|null|\"[^\"\\\\]*\"|'[^'\\\\\"]*'";
  private static final String CONSTANT = "(?:[a-z]\\w*\\.)*[A-Z]\\w*\\.[A-Z][A-Z_0-9]*";

  /** What the value of an attribute may be. */
  private static final Map<String, String> ATTRIBUTES =
      Map.ofEntries(
          Map.entry("salience", "\\(?\\s*-?\\d{1,9}\\s*\\)?"),
          Map.entry("no-loop", "true|false|"),
          Map.entry("lock-on-active", "true|false|"),
          Map.entry("auto-focus", "true|false|"),
          Map.entry("enabled", "true|false|"),
          Map.entry("activation-group", NAME),
          Map.entry("agenda-group", NAME),
          Map.entry("ruleflow-group", NAME),
          Map.entry("date-effective", "[\\p{L}\\p{N} .:\\-]{1,40}"),
          Map.entry("date-expires", "[\\p{L}\\p{N} .:\\-]{1,40}"),
          Map.entry("dialect", "java"));

  private static final Set<String> ROWS = Set.of("PolicyRow", "LimitingRow", "CountingRow");

  private final AllowList list = AllowList.published();
  private final ParsedText parsed;
  private final Declarations declarations;
  private final List<Fault> faults = new ArrayList<>();

  FormCheck(ParsedText parsed, Declarations declarations) {
    this.parsed = parsed;
    this.declarations = declarations;
  }

  List<Fault> faults() {
    PackageDescr content = parsed.content();
    checkPackage(content);
    content.getImports().forEach(this::checkImport);
    content.getAttributes().forEach(this::checkAttribute);
    content.getTypeDeclarations().forEach(this::checkType);
    content.getFunctions().forEach(this::checkFunction);
    content.getRules().forEach(this::checkRule);
    checkText();
    return faults.stream().distinct().toList();
  }

  private void checkPackage(PackageDescr content) {
    String name = content.getName();
    if (!name.isEmpty() && (!name.matches(PACKAGE) || name.matches(TAKEN))) {
      refuse(Finding.NAME, content, "The package cannot be called " + name);
    }
    content
        .getFunctionImports()
        .forEach(d -> refuse(d, "Static methods cannot be imported: " + d.getTarget()));
    content
        .getAccumulateImports()
        .forEach(d -> refuse(d, "Accumulate functions cannot be imported: " + d.getTarget()));
    content
        .getEnumDeclarations()
        .forEach(d -> refuse(d, "An enum cannot be declared in rules: " + d.getTypeName()));
    content.getEntryPointDeclarations().forEach(d -> refuse(d, "Entry points cannot be declared"));
    content.getWindowDeclarations().forEach(d -> refuse(d, "Windows cannot be declared"));
    if (content.getUnit() != null) {
      refuse(content.getUnit(), "Rule units are not allowed");
    }
  }

  /** Types of the list, all of a package that has some, and types that other files declare. */
  private void checkImport(ImportDescr imported) {
    String target = imported.getTarget();
    boolean isOfPackage = target.endsWith(".*");
    boolean isAllowed =
        isOfPackage
            ? list.types().stream().anyMatch(t -> isIn(t, target.substring(0, target.length() - 2)))
            : list.hasType(target) || !KnownTypes.exists(target);
    if (!isAllowed) {
      refuse(Finding.USE, imported, "Rules may not import " + target);
    }
  }

  private static boolean isIn(String type, String packageName) {
    return type.substring(0, type.lastIndexOf('.')).equals(packageName);
  }

  private void checkAttribute(AttributeDescr attribute) {
    String allowed = ATTRIBUTES.get(attribute.getName());
    String value = String.valueOf(attribute.getValue());
    if (allowed == null) {
      refuse(attribute, "The attribute " + attribute.getName() + " is not allowed");
    } else if (!value.matches(allowed)) {
      boolean isName = allowed.equals(NAME);
      String message = attribute.getName() + " cannot be " + value;
      refuse(isName ? Finding.NAME : Finding.FORM, attribute, message);
    }
  }

  private void checkType(TypeDeclarationDescr type) {
    if (type.isTrait()) {
      refuse(type, "Traits are not allowed: " + type.getTypeName());
    }
    String name = type.getTypeName();
    if (KnownTypes.exists("java.lang." + name) || list.hasSimpleName(name)) {
      refuse(Finding.NAME, type, "A declared type cannot be called " + name);
    }
    for (QualifiedName parent : type.getSuperTypes()) {
      boolean isRow = ROWS.contains(parent.getName());
      if (!isRow
          && !declarations.types().contains(parent.getName())
          && KnownTypes.exists(parent.getFullName())) {
        refuse(Finding.USE, type, "A declared type cannot extend " + parent.getFullName());
      }
    }
    Annotations.refused(type).ifPresent(one -> refuse(type, "@" + one + " is not allowed here"));
    type.getFields().values().forEach(this::checkField);
  }

  private void checkField(TypeFieldDescr field) {
    String type = field.getPattern().getObjectType();
    if (type.contains(".") && KnownTypes.exists(type) && !list.hasType(type)) {
      refuse(Finding.USE, field, "A field cannot have the type " + type);
    }
    String value = field.getInitExpr();
    if (value != null && !isLiteral(value.strip())) {
      refuse(field, "The default of " + field.getFieldName() + " is no plain value: " + value);
    }
    Annotations.refused(field)
        .ifPresent(name -> refuse(field, "@" + name + " is not allowed here"));
  }

  private boolean isLiteral(String value) {
    String member = value.substring(value.lastIndexOf('.') + 1);
    return value.matches(LITERAL) || (value.matches(CONSTANT) && list.hasName(member));
  }

  private void checkFunction(FunctionDescr function) {
    if (function.getDialect() != null && !function.getDialect().equals("java")) {
      refuse(function, "The dialect " + function.getDialect() + " is not allowed");
    }
    if (!function.getName().matches("[a-z]\\w*")
        || !isPlain(function.getReturnType())
        || !function.getParameterTypes().stream().allMatch(FormCheck::isPlain)) {
      refuse(function, "The head of the function " + function.getName() + " is not allowed");
    }
  }

  private static boolean isPlain(@Nullable String type) {
    return type == null || type.matches("[\\w.<>\\[\\], ]*");
  }

  private void checkRule(RuleDescr rule) {
    if (!rule.getName().matches(NAME)) {
      String message = "A rule cannot be called " + rule.getName();
      refuse(Finding.NAME, rule, message);
    }
    if (rule.getParentName() != null && !rule.getParentName().matches(NAME)) {
      refuse(Finding.NAME, rule, "A rule cannot extend " + rule.getParentName());
    }
    if (!rule.getNamedConsequences().isEmpty()) {
      refuse(rule, "A rule has one \"then\"; named consequences are not allowed");
    }
    if (rule.getEndCharacter() - rule.getStartCharacter() > RuleLimits.RULE) {
      refuse(Finding.LIMIT, rule, "The rule is longer than " + RuleLimits.RULE + " characters");
    }
    rule.getAttributes().values().forEach(this::checkAttribute);
    Annotations.refused(rule).ifPresent(name -> refuse(rule, "@" + name + " is not allowed here"));
    if (rule.getLhs() != null) {
      new ConditionCheck(rule).findings().forEach(f -> faults.add(fault(f)));
    }
    if (parsed.consequence(rule).length() > RuleLimits.CONSEQUENCE) {
      refuse(
          Finding.LIMIT,
          rule,
          "What stands after \"then\" is longer than " + RuleLimits.CONSEQUENCE + " characters");
    }
  }

  private void checkText() {
    Set<String> packages = new HashSet<>(Set.of("java.lang"));
    packages.add(parsed.content().getName());
    packages.addAll(
        parsed.content().getImports().stream()
            .map(ImportDescr::getTarget)
            .filter(target -> target.endsWith(".*"))
            .map(target -> target.substring(0, target.length() - 2))
            .collect(Collectors.toSet()));
    declarations
        .check()
        .check(parsed.text().drl(), parsed.regions(), packages)
        .forEach(finding -> faults.add(fault(finding)));
  }

  private void refuse(BaseDescr where, String message) {
    refuse(Finding.FORM, where, message);
  }

  private void refuse(String code, BaseDescr where, String message) {
    faults.add(new Fault(where.getLine(), message, code));
  }

  private static Fault fault(Finding finding) {
    return new Fault(finding.line(), finding.message(), finding.code());
  }
}
