package org.moderato.release.drools;

import org.drools.drl.ast.descr.AnnotatedBaseDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.jspecify.annotations.Nullable;

/** Annotations of rules, types and fields, as written: {@code @kind("frequency cap")}. */
final class Annotations {

  private Annotations() {}

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
