package org.moderato.release.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.moderato.release.StrategyFiles;
import org.moderato.release.guard.AllowList;
import org.moderato.release.guard.ByteCodeCheck;
import org.moderato.release.workbook.WorkbookReader;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What the strategy that ships, and the policies that others document, use of the allow-list. */
class UsedByStrategiesTest {

  private static final Path DOCUMENTED = Path.of("src/test/resources/documented-policies/rules");

  @Test
  void theShippedStrategyAndTheDocumentedPoliciesUseWhatIsAllowed() {
    List<ParsedText> texts = texts();
    Map<String, String> resources = new TreeMap<>();
    texts.forEach(t -> resources.put(t.folder() + texts.indexOf(t) + ".drl", t.text().drl()));
    Build build = Build.run(resources);
    Map<String, byte[]> classes = build.classes();
    build.discard();

    ByteCodeCheck check =
        new ByteCodeCheck(AllowList.published(), classes, Declarations.of(texts).classes());
    Set<String> used = used(classes);

    assertThat(check.violations()).isEmpty();
    assertThat(used)
        .contains(
            "org.moderato.strategy.rule.Policies.matching",
            "org.moderato.strategy.rule.History.of",
            "org.moderato.strategy.rule.VerdictBuilder.wait",
            "java.time.Duration.parse");
    System.out.println("Strategies use " + used.size() + " methods: " + String.join(", ", used));
  }

  private static List<ParsedText> texts() {
    StrategyFiles shipped = StrategyFiles.readFrom(Path.of("."));
    List<ParsedText> texts = new ArrayList<>();
    shipped.rules().forEach((f, bytes) -> texts.add(ParsedText.parse(RuleFile.of(f, bytes))));
    documented()
        .forEach(file -> texts.add(ParsedText.parse(RuleFile.of(file.toString(), read(file)))));
    new WorkbookReader()
        .read(shipped.workbooks(), RuleFiles.read(shipped.rules()).types())
        .ruleSheets()
        .forEach(
            sheet ->
                new TableRenderer(new ArrayList<>())
                    .render(sheet)
                    .ifPresent(table -> texts.add(ParsedText.parse(table))));
    return texts;
  }

  private static List<Path> documented() {
    try (Stream<Path> files = Files.list(DOCUMENTED)) {
      return files.filter(file -> file.toString().endsWith(".drl")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> used(Map<String, byte[]> classes) {
    Set<String> used = new TreeSet<>();
    classes.values().forEach(code -> new ClassReader(code).accept(new Uses(used), 0));
    return used;
  }

  /** Collects methods of the types that the list names. */
  private static final class Uses extends ClassVisitor {

    private final Set<String> used;

    Uses(Set<String> used) {
      super(Opcodes.ASM9);
      this.used = used;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String generic, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitMethodInsn(
            int op, String owner, String name, String type, boolean isInterface) {
          String known = owner.replace('/', '.');
          if (AllowList.published().hasType(known) && !name.equals("<init>")) {
            used.add(known + "." + name);
          }
        }
      };
    }
  }
}
