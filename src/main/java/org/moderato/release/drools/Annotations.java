package org.moderato.release.drools;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.jspecify.annotations.Nullable;

/** Annotations of rules, types and fields, as written: {@code @kind("frequency cap")}. */
final class Annotations {

  private static final Set<String> DOCUMENTED =
      Set.of("kind", "lookup", "requires", "optional", "vocabulary", "lookback");

  /** Nothing but words: some values are pasted into generated code. */
  private static final String PLAIN = "\\s*\"?[\\p{L}\\p{N}_ .,\\-]*\"?\\s*";

  private Annotations() {}

  /** The first annotation that rules may not have, or whose value is more than words. */
  static Optional<String> refused(AnnotatedBaseDescr annotated) {
    return annotated.getAnnotations().stream()
        .filter(annotation -> !isDocumented(annotation))
        .map(AnnotationDescr::getName)
        .findFirst();
  }

  private static boolean isDocumented(AnnotationDescr annotation) {
    return DOCUMENTED.contains(annotation.getName().toLowerCase(Locale.ROOT))
        && annotation.getValueMap().values().stream()
            .allMatch(value -> String.valueOf(value).matches(PLAIN));
  }

  static boolean has(AnnotatedBaseDescr annotated, String name) {
    return find(annotated, name) != null;
  }

  /** The one value of an annotation without quotes; null if it is not there. */
  static @Nullable String text(AnnotatedBaseDescr annotated, String name) {
    AnnotationDescr annotation = find(annotated, name);
    if (annotation == null || annotation.getSingleValue() == null) {
      return null;
    }
    return AnnotationDescr.unquote(annotation.getSingleValueAsString().strip()).strip();
  }

  /** Rule tables spell it {@code @KIND(...)}: case does not matter. */
  private static @Nullable AnnotationDescr find(AnnotatedBaseDescr annotated, String name) {
    return annotated.getAnnotations().stream()
        .filter(annotation -> annotation.getName().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }
}
