package org.moderato.release.drools;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.TypeDeclarationDescr;
import org.jspecify.annotations.Nullable;
import org.kie.api.builder.Message;
import org.moderato.release.Problem;
import org.moderato.release.drools.RuleText.Fault;

/**
 * Finds all that is wrong with rules that do not compile. Drools often names only the file, or
 * generated code, and errors of one kind hide those of others: so each rule is built as a resource
 * of its own, and again without the guilty ones, until the rest compiles.
 */
final class Diagnosis {

  /** Bounds the time; errors that are left show when the first ones are mended. */
  private static final int MAX_BUILDS = 40;

  private static final Pattern LABEL = Pattern.compile("\\bunit(\\d+): \\{");
  private static final Pattern GENERATED = Pattern.compile("src/main/java/.*?(\\w+)\\.java");

  private final List<RuleUnit> units;
  private final Set<String> known;
  private final Map<RuleText, List<Fault>> faults = new LinkedHashMap<>();
  private final Set<RuleUnit> guilty = new HashSet<>();
  private final List<String> unplaced = new ArrayList<>();
  private int builds;

  /**
   * @param known the files whose declarations are known to be wrong already
   */
  Diagnosis(List<ParsedText> texts, Set<String> known) {
    this.units = texts.stream().flatMap(text -> text.units().stream()).toList();
    this.known = known;
  }

  List<Problem> problems() {
    List<RuleUnit> around = units.stream().filter(unit -> unit.rule() == null).toList();
    search(List.of(), around);
    search(around, units.stream().filter(unit -> unit.rule() != null).toList());
    List<Problem> problems = new ArrayList<>();
    faults.forEach(
        (text, found) -> {
          found.sort(Comparator.comparingInt(Fault::line));
          problems.addAll(text.problems(found));
        });
    if (problems.isEmpty() && known.isEmpty()) {
      unplaced.forEach(text -> problems.add(general(text)));
    }
    return problems.stream().distinct().toList();
  }

  private static Problem general(String text) {
    return RuleFile.error("MOD-DRL-011", "rules", 0, text, null);
  }

  private void search(List<RuleUnit> around, List<RuleUnit> all) {
    List<RuleUnit> suspects = all.stream().filter(unit -> !guilty.contains(unit)).toList();
    if (builds == MAX_BUILDS || suspects.isEmpty()) {
      return;
    }
    builds++;
    Build build = Build.run(resources(Stream.concat(around.stream(), suspects.stream()).toList()));
    build.discard();
    if (build.isGood()) {
      return;
    }
    if (place(build)) {
      search(around, suspects);
    } else {
      split(around, suspects, build);
    }
  }

  private Map<String, String> resources(List<RuleUnit> wanted) {
    Map<String, String> resources = new LinkedHashMap<>();
    for (int i = 0; i < units.size(); i++) {
      RuleUnit unit = units.get(i);
      if (wanted.contains(unit) && !guilty.contains(unit)) {
        resources.put(path(i), unit.labelled("unit" + i));
      }
    }
    return resources;
  }

  private String path(int unit) {
    return units.get(unit).origin().folder() + "unit" + unit + ".drl";
  }

  /** Nothing says which one is guilty: the halves are tried. */
  private void split(List<RuleUnit> around, List<RuleUnit> suspects, Build build) {
    if (suspects.size() == 1) {
      add(suspects.get(0), 0, said(build).get(0));
      return;
    }
    said(build).stream().map(ErrorWords::text).forEach(unplaced::add);
    int half = suspects.size() / 2;
    search(around, suspects.subList(0, half));
    search(around, suspects.subList(half, suspects.size()));
  }

  private static List<ErrorWords> said(Build build) {
    return build.failure() != null
        ? List.of(ErrorWords.of(String.valueOf(build.failure().getMessage())))
        : build.errors().stream().map(error -> ErrorWords.of(error.getText())).toList();
  }

  /** Notes each error that says where it is. Returns whether one does. */
  private boolean place(Build build) {
    Map<String, String> generated = generated(build);
    int before = guilty.size();
    for (Message error : build.errors()) {
      ErrorWords words = ErrorWords.of(error.getText());
      @Nullable String source = generated.get(String.valueOf(error.getPath()));
      RuleUnit unit = isSource(error) ? null : unit(error, words, source);
      if (unit != null) {
        boolean isBody = source != null && unit.rule() != null;
        // The lines of generated code say nothing to anybody.
        int line = unitAt(String.valueOf(error.getPath())) == null ? 0 : error.getLine();
        add(unit, line, isBody ? words.about(line(source, error)) : words);
      }
    }
    return guilty.size() > before;
  }

  private @Nullable RuleUnit unit(Message error, ErrorWords words, @Nullable String source) {
    if (words.isDuplicate()) {
      return last(words.fragment());
    }
    String path = String.valueOf(error.getPath());
    RuleUnit declaring = declaring(path, words);
    if (declaring != null) {
      return declaring;
    }
    return source == null ? unitAt(path) : labelled(source);
  }

  /** Of two rules of one name the later one is to be renamed. */
  private @Nullable RuleUnit last(@Nullable String name) {
    return units.stream()
        .filter(unit -> unit.rule() != null && unit.rule().getName().equals(name))
        .reduce((one, other) -> other)
        .orElse(null);
  }

  private void add(RuleUnit unit, int line, ErrorWords words) {
    boolean isAround = unit.rule() == null;
    guilty.addAll(isAround ? unitsOf(unit) : List.of(unit));
    RuleText text = unit.origin().text();
    if (!isAround || !(text instanceof RuleFile file) || !known.contains(file.file())) {
      faults.computeIfAbsent(text, key -> new ArrayList<>()).add(unit.fault(line, words));
    }
  }

  /** Beside its errors Drools gives generated classes as messages of their own. */
  private static boolean isSource(Message error) {
    return error.getText().startsWith("Java source of ");
  }

  private static Map<String, String> generated(Build build) {
    return build.errors().stream()
        .filter(Diagnosis::isSource)
        .collect(
            Collectors.toMap(
                error -> String.valueOf(error.getPath()),
                error -> error.getText().substring(error.getText().indexOf('\n') + 1),
                (one, other) -> one));
  }

  private static String line(String source, Message error) {
    String[] lines = source.split("\n", -1);
    int line = error.getLine();
    return line < 1 || line > lines.length ? "" : lines[line - 1].strip();
  }

  private @Nullable RuleUnit labelled(String source) {
    Matcher label = LABEL.matcher(source);
    return label.find() ? units.get(Integer.parseInt(label.group(1))) : null;
  }

  private @Nullable RuleUnit unitAt(String path) {
    for (int i = 0; i < units.size(); i++) {
      if (path.equals(path(i)) || path.equals(Build.RESOURCES + path(i))) {
        return units.get(i);
      }
    }
    return null;
  }

  /** The part that declares the type of a generated class, or imports what is not there. */
  private @Nullable RuleUnit declaring(String path, ErrorWords words) {
    Matcher type = GENERATED.matcher(path);
    String name = type.matches() ? type.group(1) : "";
    return units.stream()
        .filter(unit -> unit.rule() == null)
        .filter(unit -> declaresType(unit, name) || imports(unit, words.fragment()))
        .findFirst()
        .orElse(null);
  }

  private static boolean declaresType(RuleUnit unit, String name) {
    return unit.origin().content().getTypeDeclarations().stream()
        .map(TypeDeclarationDescr::getTypeName)
        .anyMatch(name::equals);
  }

  private static boolean imports(RuleUnit unit, @Nullable String target) {
    return unit.origin().content().getImports().stream()
        .anyMatch(imported -> imported.getTarget().equals(target));
  }

  private List<RuleUnit> unitsOf(RuleUnit unit) {
    return units.stream().filter(other -> other.origin() == unit.origin()).toList();
  }
}
