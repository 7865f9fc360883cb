package org.moderato.release.guard;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Collects the methods that a class itself has. */
final class MemberNames extends ClassVisitor {

  private final Set<String> found = new HashSet<>();

  private MemberNames() {
    super(Opcodes.ASM9);
  }

  /** Names with descriptors. */
  static Set<String> of(ClassReader reader) {
    MemberNames names = new MemberNames();
    reader.accept(names, ClassReader.SKIP_CODE);
    return names.found;
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String generic,
      String @Nullable [] exceptions) {
    found.add(name + descriptor);
    return null;
  }
}
