package org.moderato.release.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AbstractClassTypeDeclarationDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.FunctionDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.moderato.release.drools.RuleText.Fault;
import org.moderato.release.guard.Finding;
import org.moderato.release.guard.RuleRegion;
import org.moderato.release.guard.RuleRegion.Kind;
import org.moderato.release.guard.TextCheck;

/**
 * Rule text, parsed.
 *
 * @param text where it came from
 * @param content what stands in it; empty if it is no rule text
 * @param faults what is wrong with its syntax
 */
record ParsedText(RuleText text, PackageDescr content, List<Fault> faults) {

  private static final Map<String, String> GLOBALS =
      Map.of("policies", "Policies", "history", "History", "verdict", "VerdictBuilder");

  private static final String KNOWN = "Policies policies, History history, VerdictBuilder verdict";

  static ParsedText parse(RuleFile file) {
    return file.notText()
        .map(fault -> new ParsedText(file, new PackageDescr(), List.of(fault)))
        .orElseGet(() -> parse((RuleText) file));
  }

  static ParsedText parse(RuleText text) {
    // Before anything else: some texts make the parser itself stumble.
    List<Fault> refused = refused(text);
    return refused.isEmpty() ? parsed(text) : new ParsedText(text, new PackageDescr(), refused);
  }

  private static List<Fault> refused(RuleText text) {
    int most = text instanceof RuleFile ? RuleLimits.FILE : RuleLimits.TABLE;
    if (text.drl().length() > most) {
      return List.of(
          new Fault(0, "The rules are longer than " + most + " characters", Finding.LIMIT));
    }
    return TextCheck.pieces(text.drl()).stream()
        .map(found -> new Fault(found.line(), found.message(), found.code()))
        .distinct()
        .toList();
  }

  private static ParsedText parsed(RuleText text) {
    DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
    try {
      PackageDescr content = parser.parse(false, text.drl());
      List<Fault> faults = faults(parser.getErrors());
      return content == null
          ? new ParsedText(text, new PackageDescr(), faults)
          : new ParsedText(text, content, faults.isEmpty() ? wrongGlobals(content) : faults);
    } catch (DroolsParserException | RuntimeException | StackOverflowError e) {
      Fault fault = new Fault(0, ErrorWords.of(String.valueOf(e.getMessage())).text());
      return new ParsedText(text, new PackageDescr(), List.of(fault));
    }
  }

  /** After its first complaint the parser often misses the end of the file too. */
  private static List<Fault> faults(List<DroolsError> errors) {
    return errors.stream()
        .filter(error -> errors.size() == 1 || !error.getMessage().contains("<eof>"))
        .map(ParsedText::fault)
        .distinct()
        .toList();
  }

  private static Fault fault(DroolsError error) {
    int[] lines = error.getLines();
    return new Fault(lines.length == 0 ? 0 : lines[0], ErrorWords.of(error.getMessage()).text());
  }

  /** A global that nobody sets would be null when a rule fires. */
  private static List<Fault> wrongGlobals(PackageDescr content) {
    return content.getGlobals().stream()
        .filter(
            global ->
                !TypeReader.simpleName(global.getType())
                    .equals(GLOBALS.get(global.getIdentifier())))
        .map(
            global ->
                new Fault(
                    global.getLine(),
                    "There is no global "
                        + global.getType()
                        + " "
                        + global.getIdentifier()
                        + "; rules have "
                        + KNOWN))
        .toList();
  }

  /** Drools wants a file to lie in the folder of its package. */
  String folder() {
    return content.getName().isEmpty() ? "" : content.getName().replace('.', '/') + "/";
  }

  /** Its rules, without queries. */
  List<RuleDescr> rules() {
    return content.getRules().stream().filter(rule -> !(rule instanceof QueryDescr)).toList();
  }

  /** What stands after {@code then}, as written. */
  String consequence(RuleDescr rule) {
    return rule.getConsequence() == null ? "" : rule.getConsequence().toString();
  }

  /** Its rules, consequences first, and its functions. */
  List<RuleRegion> regions() {
    List<RuleRegion> regions = new ArrayList<>();
    for (RuleDescr rule : content.getRules()) {
      int end = Math.min(rule.getEndCharacter() + 1, text.drl().length());
      String consequence = consequence(rule);
      int start = consequence.isBlank() ? -1 : text.drl().lastIndexOf(consequence, end);
      if (start >= 0) {
        regions.add(new RuleRegion(Kind.CONSEQUENCE, start, start + consequence.length()));
      }
      regions.add(new RuleRegion(Kind.CONDITIONS, rule.getStartCharacter(), end));
    }
    for (FunctionDescr function : content.getFunctions()) {
      int end = Math.min(function.getEndCharacter() + 1, text.drl().length());
      regions.add(new RuleRegion(Kind.FUNCTION, Math.max(function.getStartCharacter(), 0), end));
    }
    return regions;
  }

  /** The text cut into its rules and the rest, all with the lines that they have in the text. */
  List<RuleUnit> units() {
    List<RuleUnit> units = new ArrayList<>();
    String around = without(text.drl(), rules());
    units.add(new RuleUnit(this, null, around));
    String head = without(around, declarations());
    for (RuleDescr rule : rules()) {
      int end = Math.min(rule.getEndCharacter() + 1, head.length());
      String only =
          head.substring(0, rule.getStartCharacter())
              + text.drl().substring(rule.getStartCharacter(), end)
              + head.substring(end);
      units.add(new RuleUnit(this, rule, only));
    }
    return units;
  }

  private List<BaseDescr> declarations() {
    Stream<BaseDescr> queries =
        content.getRules().stream().filter(QueryDescr.class::isInstance).map(rule -> rule);
    return Stream.of(
            content.getTypeDeclarations().stream(),
            content.getEnumDeclarations().stream(),
            content.getFunctions().stream(),
            queries)
        .flatMap(part -> part.map(BaseDescr.class::cast))
        .toList();
  }

  /** Blanks parts out: what remains keeps its lines. */
  private static String without(String drl, List<? extends BaseDescr> parts) {
    StringBuilder rest = new StringBuilder(drl);
    for (BaseDescr part : parts) {
      int end = Math.min(part.getEndCharacter() + 1, drl.length());
      for (int i = start(drl, part); i < end; i++) {
        if (rest.charAt(i) != '\n') {
          rest.setCharAt(i, ' ');
        }
      }
    }
    return rest.toString();
  }

  /** Of a declaration Drools tells where its name begins; the word before must go too. */
  private static int start(String drl, BaseDescr part) {
    int start = Math.max(part.getStartCharacter(), 0);
    return part instanceof AbstractClassTypeDeclarationDescr
        ? Math.max(drl.lastIndexOf("declare", start), 0)
        : start;
  }
}
