package org.moderato.release.guard;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What the instructions of a method may be; what they may call is told by who knows the lists. */
abstract class MethodRules extends MethodVisitor {

  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";
  private static final String CONCATENATIONS = "java/lang/invoke/StringConcatFactory";

  /** By how much the texts of a rule may grow: each concatenation multiplies. */
  static final long MAX_GROWTH = 1_000;

  /** The same for a function, which a rule may call more than once. */
  static final long FUNCTION_GROWTH = 10;

  private static final int MAX_ARRAY = 1_000;

  private final boolean isRuleText;
  private final boolean mayThrow;
  private final boolean mayLoop;
  private final Set<Label> passed = new HashSet<>();
  private long maxGrowth = MAX_GROWTH;
  private long growth = 1;
  private boolean isKept;
  private int constant = Integer.MAX_VALUE;

  MethodRules(boolean isRuleText, boolean mayThrow, boolean mayLoop) {
    super(Opcodes.ASM9);
    this.isRuleText = isRuleText;
    this.mayThrow = mayThrow;
    this.mayLoop = mayLoop;
  }

  abstract void refuse(String found, String message);

  abstract boolean allowsCall(String owner, String name, String type);

  abstract boolean allowsField(String owner, String name, String type, boolean isWritten);

  @Override
  public void visitMethodInsn(int op, String owner, String name, String type, boolean isInterface) {
    call(owner, name, type);
    constant = Integer.MAX_VALUE;
  }

  private void call(String owner, String name, String type) {
    if (!allowsCall(owner, name, type)) {
      boolean isNew = name.equals("<init>");
      String found = ByteCodeCheck.qualified(owner) + (isNew ? "" : "." + name);
      refuse(found, isNew ? "Rules may not make a " + found : "Rules may not call " + found);
    }
  }

  @Override
  public void visitFieldInsn(int op, String owner, String name, String type) {
    boolean isWritten = op == Opcodes.PUTFIELD || op == Opcodes.PUTSTATIC;
    if (!allowsField(owner, name, type, isWritten)) {
      String found = ByteCodeCheck.qualified(owner) + "." + name;
      refuse(found, "Rules may not use " + found);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(String name, String type, Handle factory, Object... values) {
    boolean isLambda = factory.getOwner().equals(LAMBDAS);
    if (!isLambda && !factory.getOwner().equals(CONCATENATIONS)) {
      refuse(
          factory.getOwner(), "Rules may not use " + ByteCodeCheck.qualified(factory.getOwner()));
    }
    if (!isLambda) {
      grow(texts(type));
    }
    for (Object value : values) {
      constant(value);
    }
  }

  /** Of what is put together only texts, and what may be texts, grow. */
  private static long texts(String type) {
    return Stream.of(Type.getArgumentTypes(type)).filter(t -> t.getSort() >= Type.ARRAY).count();
  }

  final void limitGrowth(long limit) {
    maxGrowth = limit;
  }

  /** Notes that texts become so many times as long. */
  final void grow(long times) {
    growth = Math.min(growth * Math.max(times, 1), Integer.MAX_VALUE);
  }

  /** Notes that something is kept in a fact, where the rule finds it when it fires again. */
  final void keep() {
    isKept = true;
  }

  @Override
  public void visitEnd() {
    if (isRuleText && growsTooMuch()) {
      refuse("+", "Too much text is put together here");
    }
  }

  private boolean growsTooMuch() {
    return !mayLoop && (growth > maxGrowth || (isKept && growth > 1));
  }

  /** Constants of classes only name them. */
  private void constant(Object value) {
    if (value instanceof Handle handle) {
      call(handle.getOwner(), handle.getName(), handle.getDesc());
    } else if (value instanceof ConstantDynamic dynamic) {
      refuse(dynamic.getName(), "Rules may not compute constants");
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    constant(value);
    constant = value instanceof Integer number ? number : Integer.MAX_VALUE;
  }

  @Override
  public void visitInsn(int op) {
    if (!mayThrow && (op == Opcodes.MONITORENTER || op == Opcodes.ATHROW)) {
      refuse(op == Opcodes.ATHROW ? "throw" : "synchronized", "Rules may not throw or lock");
    }
    constant = op >= Opcodes.ICONST_0 && op <= Opcodes.ICONST_5 ? op - Opcodes.ICONST_0 : constant;
  }

  @Override
  public void visitIntInsn(int op, int operand) {
    if (op == Opcodes.NEWARRAY) {
      array();
    }
    constant = operand;
  }

  @Override
  public void visitVarInsn(int op, int variable) {
    constant = Integer.MAX_VALUE;
  }

  @Override
  public void visitTypeInsn(int op, String type) {
    if (op == Opcodes.ANEWARRAY) {
      array();
    }
    // What is made is called its constructor next, and that is looked at.
  }

  private void array() {
    if (isRuleText && constant > MAX_ARRAY) {
      refuse("new []", "Rules may not make arrays");
    }
  }

  @Override
  public void visitMultiANewArrayInsn(String type, int dimensions) {
    refuse("new []", "Rules may not make arrays");
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    if (!mayThrow) {
      refuse("try", "Rules may not catch errors");
    }
  }

  @Override
  public void visitLabel(Label label) {
    passed.add(label);
  }

  @Override
  public void visitJumpInsn(int op, Label target) {
    jump(target);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label other, Label... targets) {
    jump(other, targets);
  }

  @Override
  public void visitLookupSwitchInsn(Label other, int[] keys, Label[] targets) {
    jump(other, targets);
  }

  private void jump(Label target, Label... others) {
    boolean isBack = passed.contains(target);
    for (Label other : others) {
      isBack |= passed.contains(other);
    }
    if (isBack && !mayLoop) {
      refuse("loop", "Rules may not repeat anything in a loop");
    }
  }
}
