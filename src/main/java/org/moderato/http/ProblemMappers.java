package org.moderato.http;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Maps exceptions to problems. Logs what is our fault, stays quiet about what is the caller's. */
class ProblemMappers {

  private static final int UNAVAILABLE = 503;
  private static final int FIRST_ERROR = 400;

  private final JsonBodies bodies;

  ProblemMappers(JsonBodies bodies) {
    this.bodies = bodies;
  }

  @ServerExceptionMapper
  Response onPurpose(ServiceException failure, UriInfo uri) {
    Log.debugf("refused code=%s", failure.code());
    return respond(Problem.of(failure), uri);
  }

  @ServerExceptionMapper
  Response invalidParameter(
      ConstraintViolationException failure, UriInfo uri, @Nullable SimpleResourceInfo resource) {
    if (isOurs(failure)) {
      return unexpected(failure, uri, resource);
    }
    List<FieldError> errors = Constraints.errors(failure.getConstraintViolations());
    return respond(Problem.of(ErrorCode.INVALID, null, errors), uri);
  }

  /** Only of endpoints that let the framework bind the body. */
  @ServerExceptionMapper
  Response unreadableBody(MismatchedInputException failure, UriInfo uri) {
    FieldError error = new FieldError(path(failure), "is not valid");
    return respond(Problem.of(ErrorCode.INVALID, null, List.of(error)), uri);
  }

  /** Which the framework says of parameters, too, if their text can't be converted. */
  @ServerExceptionMapper
  Response notFound(NotFoundException failure, UriInfo uri) {
    return failure.getCause() == null
        ? refused(failure, uri)
        : respond(Problem.of(ErrorCode.INVALID, "A parameter has no valid value", List.of()), uri);
  }

  /** What the framework itself refuses: no such path, wrong method, wrong media type. */
  @ServerExceptionMapper
  Response refused(WebApplicationException failure, UriInfo uri) {
    // So come exceptions of streamed responses.
    if (failure.getCause() instanceof ServiceException onPurpose) {
      return onPurpose(onPurpose, uri);
    }
    Response response = failure.getResponse();
    if (response.getStatus() < FIRST_ERROR) {
      return response;
    }
    String title = response.getStatusInfo().getReasonPhrase();
    Response.ResponseBuilder builder = respond(response.getStatus(), title, uri);
    String allow = response.getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? builder.build() : builder.header(HttpHeaders.ALLOW, allow).build();
  }

  @ServerExceptionMapper
  Response unexpected(Throwable failure, UriInfo uri, @Nullable SimpleResourceInfo resource) {
    return respond(Failures.unexpected(failure, name(resource)), uri);
  }

  /** The answer goes nowhere: the connection is closed, or will be. */
  @ServerExceptionMapper
  Response brokenOff(BrokenStreamException failure, UriInfo uri) {
    Log.debugf("stream broke off cause=%s", failure.getCause().getClass().getName());
    return respond(Problem.of(ErrorCode.MALFORMED, failure.getMessage(), List.of()), uri);
  }

  private static String name(@Nullable SimpleResourceInfo resource) {
    // Once a response has begun there is information, but no resource in it.
    return resource == null || resource.getResourceClass() == null
        ? "unknown"
        : resource.getResourceClass().getSimpleName() + "." + resource.getMethodName();
  }

  private Response respond(Problem problem, UriInfo uri) {
    return builder(problem, uri).build();
  }

  private Response.ResponseBuilder respond(int status, String title, UriInfo uri) {
    return builder(Problem.ofStatus(status, title), uri);
  }

  /** As text: where a stream was to be, the framework would write bytes as a JSON string. */
  private Response.ResponseBuilder builder(Problem problem, UriInfo uri) {
    byte[] body = bodies.write(problem.at(uri.getRequestUri().getRawPath()));
    Response.ResponseBuilder builder =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .entity(new String(body, StandardCharsets.UTF_8));
    return problem.status() == UNAVAILABLE ? builder.header(HttpHeaders.RETRY_AFTER, 1) : builder;
  }

  /** Whether it is our answer that breaks a constraint, not the caller's question. */
  private static boolean isOurs(ConstraintViolationException failure) {
    return failure.getConstraintViolations().stream()
        .anyMatch(violation -> isReturnValue(violation.getPropertyPath()));
  }

  private static boolean isReturnValue(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
  }

  private static String path(JsonMappingException failure) {
    String path = "";
    for (JsonMappingException.Reference reference : failure.getPath()) {
      path =
          reference.getFieldName() == null
              ? path + "[" + reference.getIndex() + "]"
              : FieldErrors.join(path, reference.getFieldName());
    }
    return path;
  }
}
