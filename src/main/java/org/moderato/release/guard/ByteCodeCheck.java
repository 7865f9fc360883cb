package org.moderato.release.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Looks at each class that was compiled of rules, before any of them is initialised, and holds it
 * to the {@link AllowList}. It reads bytes only and loads nothing.
 */
public final class ByteCodeCheck {

  /** Functions become methods of a generated class, which nobody knows by name. */
  private static final Pattern FUNCTIONS = Pattern.compile("(?:\\w+\\.)*Rules[0-9A-F]{32}\\.");

  /** Parameters that hold no text. */
  private static final Set<String> NUMBERS =
      Set.of("java.lang.Integer", "java.lang.Long", "java.lang.Double", "java.lang.Boolean");

  private final AllowList list;
  private final Map<String, CompiledClass> classes = new HashMap<>();
  private final Map<String, byte[]> bytes;
  private final Map<String, @Nullable String> superclasses = new HashMap<>();
  private final Map<String, Set<String>> methods = new HashMap<>();
  private final Map<String, Boolean> known = new HashMap<>();
  private final RuleUses uses = new RuleUses();
  private final List<Violation> violations = new ArrayList<>();

  /**
   * @param classes the bytes of all classes by internal name, such as {@code moderato/rules/Cap}
   * @param declared internal names of the types that rules declare
   */
  public ByteCodeCheck(AllowList list, Map<String, byte[]> classes, Set<String> declared) {
    this.list = list;
    this.bytes = Map.copyOf(classes);
    classes.keySet().forEach(n -> this.classes.put(n, new CompiledClass(n, declared.contains(n))));
  }

  /**
   * Something that rules may not do.
   *
   * @param rules the rules whose text it may be; empty if that cannot be told
   * @param found what was found, such as {@code java.lang.System.exit}
   * @param message in words
   */
  public record Violation(Set<RuleUses.Name> rules, String found, String message) {

    public Violation {
      rules = Set.copyOf(rules);
    }
  }

  /** All that is refused; empty if the classes may be loaded. */
  public List<Violation> violations() {
    bytes.values().forEach(code -> uses.read(new ClassReader(code)));
    bytes.forEach((name, code) -> superclasses.put(name, new ClassReader(code).getSuperName()));
    bytes.forEach((name, code) -> check(new ClassReader(code)));
    return List.copyOf(new HashSet<>(violations));
  }

  private void check(ClassReader reader) {
    // The name inside counts; a file of another name would be taken for something else.
    CompiledClass compiled = classes.get(reader.getClassName());
    if (compiled == null) {
      report(reader.getClassName(), null, reader.getClassName(), "A class has a false name");
      return;
    }
    reader.accept(new ClassCheck(compiled), ClassReader.SKIP_DEBUG);
  }

  private void report(String owner, @Nullable String method, String found, String message) {
    violations.add(new Violation(uses.rulesOf(owner, method), found, message));
  }

  private Set<String> methods(String name) {
    return methods.computeIfAbsent(name, n -> MemberNames.of(new ClassReader(bytes.get(n))));
  }

  /** One class. */
  private final class ClassCheck extends ClassVisitor {

    private final CompiledClass compiled;

    ClassCheck(CompiledClass compiled) {
      super(Opcodes.ASM9);
      this.compiled = compiled;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access, String name, String type, @Nullable String generic, @Nullable Object value) {
      if (compiled.isDeclared() && (access & Opcodes.ACC_STATIC) != 0) {
        report(compiled.name(), null, name, "The declared type has the static field " + name);
      }
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String generic,
        String @Nullable [] exceptions) {
      if (compiled.isDeclared() && name.equals("<clinit>")) {
        report(compiled.name(), null, name, "The declared type runs code when it is loaded");
      }
      boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
      boolean isBridge = (access & Opcodes.ACC_BRIDGE) != 0;
      return new MethodCheck(
          new Surroundings(compiled, name, compiled.isRuleText(name, isStatic), isBridge));
    }
  }

  /** The method that is looked at. */
  private record Surroundings(
      CompiledClass compiled, String method, boolean isRuleText, boolean isBridge) {

    private static final Set<String> MAY_LOOP = Set.of("equals", "hashCode", "toString");

    boolean isFunction() {
      return isRuleText && compiled.isFunction(method);
    }

    /** The engine catches what a function throws, and throws it again. */
    boolean mayThrow() {
      return !isRuleText || isFunction();
    }

    boolean mayLoop() {
      return !isRuleText || (compiled.isDeclared() && MAY_LOOP.contains(method));
    }
  }

  private final class MethodCheck extends MethodRules {

    private final Surroundings place;

    MethodCheck(Surroundings place) {
      super(place.isRuleText(), place.mayThrow(), place.mayLoop());
      limitGrowth(place.isFunction() ? FUNCTION_GROWTH : MAX_GROWTH);
      this.place = place;
    }

    @Override
    void refuse(String found, String message) {
      String shown = FUNCTIONS.matcher(message).replaceAll("the function ");
      report(place.compiled().name(), place.method(), found, shown);
    }

    @Override
    boolean allowsCall(String owner, String name, String type) {
      if (owner.startsWith("[")) {
        return name.equals("clone");
      }
      CompiledClass target = classes.get(owner);
      if (target != null) {
        return allowsGenerated(target, name, type);
      }
      String key = owner + "." + name + type + isStrict();
      return known.computeIfAbsent(
          key, k -> list.allowsCall(qualified(owner), name + type) || allowsEngine(owner, name));
    }

    private boolean allowsEngine(String owner, String name) {
      return list.allowsEngine(qualified(owner), name, isStrict());
    }

    private boolean isStrict() {
      return place.isRuleText() && !place.compiled().isDeclared();
    }

    private boolean allowsGenerated(CompiledClass target, String name, String type) {
      boolean isSame = target.equals(place.compiled());
      if (!place.isRuleText() || (isSame && target.isDeclared())) {
        return true;
      }
      if (target.isFunction(name)) {
        grow(returnsText(type) ? FUNCTION_GROWTH : 1);
        // Functions that call functions could do so for ever.
        return !isSame;
      }
      if (isSame) {
        return place.isBridge() && name.equals(place.method());
      }
      if (target.isDeclared() && takesText(type)) {
        keep();
      }
      return target.isDeclared() && allowsInherited(target, name, type);
    }

    private static boolean takesText(String type) {
      return Stream.of(Type.getArgumentTypes(type))
          .anyMatch(t -> t.getSort() >= Type.ARRAY && !NUMBERS.contains(t.getClassName()));
    }

    private static boolean returnsText(String type) {
      return type.substring(type.indexOf(')')).length() > 2;
    }

    /** A method of a declared type: its own, or one of a type that it extends. */
    private boolean allowsInherited(CompiledClass target, String name, String type) {
      String parent = target.name();
      while (parent != null && classes.containsKey(parent)) {
        if (methods(parent).contains(name + type)) {
          return true;
        }
        parent = superclasses.get(parent);
      }
      return parent != null && list.allowsCall(qualified(parent), name + type);
    }

    @Override
    boolean allowsField(String owner, String name, String type, boolean isWritten) {
      CompiledClass target = classes.get(owner);
      if (target != null) {
        return !place.isRuleText() || !isWritten || target.equals(place.compiled());
      }
      return !isWritten
          && (list.allowsField(qualified(owner), name, type) || allowsEngine(owner, name));
    }
  }

  /** A name as people write it; a function is of no class then. */
  static String qualified(String internalName) {
    return internalName.replace('/', '.').replace('$', '.');
  }
}
