package org.moderato.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Measures values as the database keeps them. */
public final class JsonSizeValidator implements ConstraintValidator<JsonSize, Object> {

  private static final ObjectMapper JSON = new ObjectMapper();

  private int max;

  @Override
  public void initialize(JsonSize size) {
    max = size.max();
  }

  @Override
  public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
    try {
      return value == null || JSON.writeValueAsString(value).length() <= max;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
