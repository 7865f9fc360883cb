package org.moderato.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.RequestBody;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/** Writes the errors that every endpoint may answer with into the OpenAPI document. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class ProblemResponses implements OASFilter {

  /** In the order of the document, which must not differ from build to build. */
  private static final SortedMap<String, String> OF_BODIES =
      new TreeMap<>(
          Map.of(
              "400", "The body is no JSON",
              "413", "The body is too large"));

  private static final String INVALID = "A field or parameter is unknown or wrong; names each";
  private static final String UNAVAILABLE = "Try again after the time that Retry-After says";

  /** What the framework says of every 400. */
  private static final String GENERATED = "Bad Request";

  @Override
  public @Nullable Operation filterOperation(Operation operation) {
    APIResponses responses = operation.getResponses();
    if (isGenerated(responses.getAPIResponse("400"))) {
      responses.removeAPIResponse("400");
    }
    if (takesJson(operation.getRequestBody())) {
      OF_BODIES.forEach((status, words) -> add(responses, status, words));
    }
    if (operation.getRequestBody() != null) {
      add(responses, "415", "The media type is not taken");
    }
    if (operation.getRequestBody() != null || isNotEmpty(operation.getParameters())) {
      add(responses, "422", INVALID);
    }
    add(responses, "503", UNAVAILABLE);
    responses.getAPIResponses().forEach(ProblemResponses::describe);
    return operation;
  }

  private static boolean isGenerated(@Nullable APIResponse response) {
    return response != null && GENERATED.equals(response.getDescription());
  }

  /** Streams answer a line that went wrong with a line. */
  private static boolean takesJson(@Nullable RequestBody body) {
    return body != null && body.getContent().hasMediaType(MediaType.APPLICATION_JSON);
  }

  private static boolean isNotEmpty(@Nullable List<?> list) {
    return list != null && !list.isEmpty();
  }

  private static void add(APIResponses responses, String status, String words) {
    if (!responses.hasAPIResponse(status)) {
      responses.addAPIResponse(status, OASFactory.createAPIResponse().description(words));
    }
  }

  private static void describe(String status, APIResponse response) {
    if (status.compareTo("400") >= 0 && response.getContent() == null) {
      Content content =
          OASFactory.createContent()
              .addMediaType(
                  Problem.MEDIA_TYPE,
                  OASFactory.createMediaType()
                      .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
      response.setContent(content);
    }
  }
}
