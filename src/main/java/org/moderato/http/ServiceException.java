package org.moderato.http;

import java.util.List;

/** An error that is thrown on purpose. Its message goes to the caller: no customer data in it. */
public class ServiceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<FieldError> errors;

  public ServiceException(ErrorCode code, String message) {
    this(code, message, List.of());
  }

  /**
   * @param errors the fields that are wrong
   */
  public ServiceException(ErrorCode code, String message, List<FieldError> errors) {
    super(message);
    this.code = code;
    this.errors = List.copyOf(errors);
  }

  /** An invalid request with one wrong field. */
  public static ServiceException invalid(String field, String message) {
    return new ServiceException(
        ErrorCode.INVALID, field + ": " + message, List.of(new FieldError(field, message)));
  }

  public ErrorCode code() {
    return code;
  }

  public List<FieldError> errors() {
    return errors;
  }
}
