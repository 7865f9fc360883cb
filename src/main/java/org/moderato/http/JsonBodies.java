package org.moderato.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns bodies into records and back, strictly: nothing unknown is skipped, nothing is coerced, and
 * all that is wrong is said at once. Safe for use by many threads.
 */
@ApplicationScoped
public class JsonBodies {

  private final ObjectMapper strict = JsonMappers.strict();
  private final ObjectMapper compact = JsonMappers.compact();
  private final ObjectMapper canonical = JsonMappers.canonical();
  private final Validator validator;

  JsonBodies(Validator validator) {
    this.validator = validator;
  }

  /**
   * Reads one JSON object. Instants need {@code Z} or an offset and are cut to microseconds;
   * durations are ISO-8601. A field that must be there is marked {@code @NotNull}; a missing number
   * or flag of a primitive type is 0 or false.
   *
   * @param body UTF-8
   * @param type a record; its Bean Validation constraints are checked
   * @throws ServiceException {@code MALFORMED} if the body is empty or no JSON, saying line and
   *     column; {@code INVALID} with all field errors if it is JSON but wrong
   */
  public <T> T read(byte[] body, Class<T> type) {
    FieldErrors errors = new FieldErrors();
    JsonSyntax.check(body, errors);
    T value = bind(body, type, errors);
    if (value != null) {
      validate(value, errors);
    } else if (errors.isEmpty()) {
      errors.add("", Expectation.OBJECT.words());
    }
    errors.refuseAny();
    return Objects.requireNonNull(value);
  }

  /** Compact JSON in UTF-8: fields as declared, the keys of maps and elements of sets sorted. */
  public byte[] write(Object value) {
    return write(value, compact);
  }

  /**
   * The form for fingerprints: values that are equal give the same bytes. Fields and keys are
   * sorted, nulls left out, and decimal numbers without trailing zeros.
   */
  public byte[] canonical(Object value) {
    return write(value, canonical);
  }

  private <T> @Nullable T bind(byte[] body, Class<T> type, FieldErrors errors) {
    try {
      return strict.readerFor(type).withAttribute(FieldErrors.ATTRIBUTE, errors).readValue(body);
    } catch (IOException e) {
      // Syntax and types have been dealt with: the record itself can't be made.
      throw new UncheckedIOException(e);
    }
  }

  private <T> void validate(T value, FieldErrors errors) {
    Set<ConstraintViolation<T>> violations;
    try {
      violations = validator.validate(value);
    } catch (ValidationException e) {
      if (errors.isEmpty()) {
        throw e;
      }
      // A constraint over several fields stumbled over one that couldn't be read.
      return;
    }
    Constraints.errors(violations).forEach(error -> errors.add(error.field(), error.message()));
    if (value instanceof CrossChecked fields) {
      fields.check(errors::add);
    }
  }

  private static byte[] write(Object value, ObjectMapper mapper) {
    try {
      return mapper.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
