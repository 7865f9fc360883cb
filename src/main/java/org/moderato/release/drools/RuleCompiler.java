package org.moderato.release.drools;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.codegen.ExecutableModelProject;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.moderato.release.Problem;
import org.moderato.release.RuleSheet;
import org.moderato.strategy.rule.RuleInfo;

/**
 * Compiles rule files and rule tables, each time as a module of its own name, aside from everything
 * that is in force. One build at a time: Drools keeps static state while it builds.
 */
public final class RuleCompiler {

  private static final String RESOURCES = "src/main/resources/";
  private static final String GROUP = "org.moderato.strategy";
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)");
  private static final AtomicLong COUNTER = new AtomicLong();
  private static final Object ONE_AT_A_TIME = new Object();

  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, RenderedTable> tables = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();

  /** Compiles a strategy's rules. Never throws for what is wrong with them. */
  public Compiled compile(
      SortedMap<String, byte[]> ruleFiles,
      SortedMap<String, byte[]> workbooks,
      List<RuleSheet> sheets,
      DeclaredTypes types) {
    TableRenderer renderer = new TableRenderer(problems);
    for (int i = 0; i < sheets.size(); i++) {
      RuleSheet sheet = sheets.get(i);
      String path = "table" + i + ".drl";
      renderer
          .render(sheet, Objects.requireNonNull(workbooks.get(sheet.file())))
          .ifPresent(table -> tables.put(folder(table.drl()) + path, table));
    }
    synchronized (ONE_AT_A_TIME) {
      return build(ruleFiles, types);
    }
  }

  private Compiled build(SortedMap<String, byte[]> ruleFiles, DeclaredTypes types) {
    KieServices services = KieServices.Factory.get();
    ReleaseId release = services.newReleaseId(GROUP, "strategy", "" + COUNTER.incrementAndGet());
    KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
    ruleFiles.forEach((file, bytes) -> files.write(RESOURCES + place(file, bytes), bytes));
    tables.forEach((path, table) -> files.write(RESOURCES + path, bytes(table.drl())));
    ClassLoader loader = RuleCompiler.class.getClassLoader();
    KieBuilder builder = services.newKieBuilder(files, loader);
    try {
      builder.buildAll(ExecutableModelProject.class);
    } catch (RuntimeException | LinkageError e) {
      problems.add(general("The rules cannot be compiled: " + e.getMessage()));
      return new Compiled(Optional.empty(), problems);
    }
    List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
    errors.forEach(this::report);
    if (!problems.isEmpty()) {
      services.getRepository().removeKieModule(release);
      return new Compiled(Optional.empty(), problems.stream().distinct().toList());
    }
    KieContainer container = services.newKieContainer(release, loader);
    return new Compiled(
        Optional.of(new CompiledRules(container, release, infos(types))), List.of());
  }

  /** Drools wants a file to lie in the folder of its package. */
  private String place(String file, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    String place = folder(text) + file.replace('/', '_');
    places.put(place, file);
    return place;
  }

  private static String folder(String drl) {
    Matcher name = PACKAGE.matcher(drl);
    return name.find() ? name.group(1).replace('.', '/') + "/" : "";
  }

  private Map<String, RuleInfo> infos(DeclaredTypes types) {
    Map<String, RuleInfo> infos = new HashMap<>(types.rules());
    tables.values().forEach(table -> infos.putAll(table.rules()));
    return infos;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void report(Message error) {
    String path = plain(error.getPath());
    RenderedTable table = tables.get(path);
    if (table != null) {
      String cell = table.cellAt(error.getLine());
      problems.add(
          problem("MOD-RUL-102", table.sheet().file(), table.sheet().sheet(), cell, words(error)));
      return;
    }
    String file = places.get(path);
    if (file != null) {
      String line = error.getLine() < 1 ? null : String.valueOf(error.getLine());
      problems.add(problem("MOD-DRL-010", file, null, line, words(error)));
      return;
    }
    problems.add(general(words(error)));
  }

  private static String plain(@Nullable String path) {
    String plain = String.valueOf(path);
    return plain.startsWith(RESOURCES) ? plain.substring(RESOURCES.length()) : plain;
  }

  /** The first lines say what is wrong; some messages go on with a whole generated class. */
  private static String words(Message error) {
    String text = error.getText().strip();
    int source = text.indexOf("\npackage ");
    String first = source > 0 ? text.substring(0, source) : text;
    return first.length() > 500 ? first.substring(0, 500) + " ..." : first;
  }

  private static Problem general(String message) {
    return problem("MOD-DRL-011", "rules", null, null, message);
  }

  private static Problem problem(
      String code, String file, @Nullable String sheet, @Nullable String cell, String message) {
    return new Problem(Problem.Severity.ERROR, code, file, sheet, cell, message, null);
  }
}
