package org.moderato.release.guard;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a generated class is for, by its name: that decides what it may use.
 *
 * @param name internal name, such as {@code moderato/rules/FrequencyCap}
 * @param isDeclared whether rules declare it as a type
 */
record CompiledClass(String name, boolean isDeclared) {

  private static final String HASH = "[0-9A-F]{32}";
  private static final Pattern FRAME =
      Pattern.compile(
          "(?:.*/)?(?:Rules%1$s(?:RuleMethods\\d+)?|DomainClassesMetadata%1$s(?:\\$\\w+)?)"
                  .formatted(HASH)
              + "|org/drools/project/model/ProjectModel\\w*");
  private static final Pattern LAMBDA =
      Pattern.compile(".*/P[0-9A-F]{2}/Lambda(?:Predicate|Extractor|Consequence)" + HASH);
  private static final Pattern RULES = Pattern.compile("(?:.*/)?Rules" + HASH);

  private static final Set<String> TEXT_METHODS = Set.of("apply", "test", "execute");
  private static final Set<String> FRAME_STATICS =
      Set.of("<clinit>", "$deserializeLambda$", "string_2_date");

  /** Whether a method holds text of a rule; of classes that nobody knows all do. */
  boolean isRuleText(String method, boolean isStatic) {
    if (isDeclared || method.startsWith("lambda$")) {
      return true;
    }
    if (isLambda(name)) {
      return TEXT_METHODS.contains(method);
    }
    if (RULES.matcher(name).matches()) {
      return isStatic && !FRAME_STATICS.contains(method);
    }
    return !FRAME.matcher(name).matches();
  }

  /** Whether a class holds one piece of rule text, and nothing else. */
  static boolean isLambda(String name) {
    return LAMBDA.matcher(name).matches();
  }

  /** Whether a static method of this class is a function of a rule file. */
  boolean isFunction(String method) {
    return RULES.matcher(name).matches() && !FRAME_STATICS.contains(method);
  }
}
