package org.moderato.release.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Which rules use which generated classes: the method that makes a rule of the model names both.
 * One class may serve many rules, if their text is the same.
 */
public final class RuleUses {

  private static final String MAKER = "rule";

  private final Map<String, Set<Name>> rules = new HashMap<>();

  RuleUses() {}

  /**
   * A rule.
   *
   * @param packageName its package
   * @param rule its name
   */
  public record Name(String packageName, String rule) {}

  void read(ClassReader reader) {
    reader.accept(new Reader(reader.getClassName()), ClassReader.SKIP_DEBUG);
  }

  /** The rules that use a class or, if it serves many, a method of it. */
  Set<Name> rulesOf(String owner, @Nullable String method) {
    Set<Name> ofMethod = rules.get(owner + "." + method);
    return ofMethod != null ? ofMethod : rules.getOrDefault(owner, Set.of());
  }

  private final class Reader extends ClassVisitor {

    private final String className;

    Reader(String className) {
      super(Opcodes.ASM9);
      this.className = className;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String generic,
        String @Nullable [] exceptions) {
      return new Maker(className + "." + name);
    }
  }

  /** Notes what a method uses if it makes a rule. */
  private final class Maker extends MethodVisitor {

    private final Set<String> used = new HashSet<>();
    private final List<String> texts = new ArrayList<>();
    private @Nullable Name made;

    Maker(String method) {
      super(Opcodes.ASM9);
      used.add(method);
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof String text) {
        texts.add(text);
      }
    }

    @Override
    public void visitFieldInsn(int op, String owner, String name, String type) {
      if (CompiledClass.isLambda(owner)) {
        used.add(owner);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String type, Handle factory, Object... values) {
      for (Object value : values) {
        if (value instanceof Handle handle) {
          used.add(handle.getOwner() + "." + handle.getName());
        }
      }
    }

    @Override
    public void visitMethodInsn(
        int op, String owner, String name, String type, boolean isOfInterface) {
      boolean isMaker = owner.endsWith("/D") && name.equals(MAKER) && made == null;
      if (isMaker && !texts.isEmpty()) {
        int last = texts.size() - 1;
        made =
            last == 0 ? new Name("", texts.get(0)) : new Name(texts.get(last - 1), texts.get(last));
      }
    }

    @Override
    public void visitEnd() {
      if (made != null) {
        used.forEach(owner -> rules.computeIfAbsent(owner, key -> new HashSet<>()).add(made));
      }
    }
  }
}
