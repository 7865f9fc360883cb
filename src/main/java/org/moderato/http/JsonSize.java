package org.moderato.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many characters a value may take as JSON, which is how it is kept. */
@Documented
@Constraint(validatedBy = JsonSizeValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface JsonSize {

  /** Inclusive. */
  int max();

  String message() default "must have at most {max} characters as JSON";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
