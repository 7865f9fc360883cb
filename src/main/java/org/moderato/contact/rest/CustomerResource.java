package org.moderato.contact.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.moderato.contact.CustomerService;
import org.moderato.http.ErrorCode;
import org.moderato.http.JsonBodies;
import org.moderato.http.ServiceException;

/** Customers and the ids that are one person. */
@Path("/v1/customers/{id}")
@Tag(name = "Customers")
class CustomerResource {

  private static final int LONGEST_ID = 128;

  private final CustomerService customers;
  private final JsonBodies json;

  CustomerResource(CustomerService customers, JsonBodies json) {
    this.customers = customers;
    this.json = json;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Say what is known of a customer; replaces what was said before")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = CustomerBody.class),
              examples = @ExampleObject(name = "A trial customer", value = Examples.CUSTOMER)))
  @APIResponse(
      responseCode = "200",
      description = "Replaced",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CustomerBody.class)))
  @APIResponse(
      responseCode = "201",
      description = "Known from now on",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CustomerBody.class)))
  public RestResponse<CustomerBody> put(
      @Parameter(description = Examples.ID, example = "C42") @RestPath String id, byte[] body) {
    CustomerBody customer = json.read(body, CustomerBody.class);
    boolean wasKnown = customers.put(checked("id", id), customer.data());
    return RestResponse.ResponseBuilder.<CustomerBody>create(wasKnown ? 200 : 201)
        .entity(find(id))
        .build();
  }

  @GET
  @Operation(summary = "What is known of a customer")
  @APIResponse(
      responseCode = "200",
      description = "What is known",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CustomerBody.class)))
  @APIResponse(responseCode = "404", description = "There is no such customer")
  public CustomerBody get(
      @Parameter(description = Examples.ID, example = "C42") @RestPath String id) {
    return find(id);
  }

  private CustomerBody find(String id) {
    return customers
        .find(id)
        .map(CustomerBody::of)
        .orElseThrow(() -> new ServiceException(ErrorCode.NOT_FOUND, "there is no such customer"));
  }

  @PUT
  @Path("/links/{other}")
  @Operation(summary = "Make two ids one person: they share their history from now on")
  @APIResponse(responseCode = "204", description = "They are one person")
  public void link(
      @Parameter(description = Examples.ID, example = "C42") @RestPath String id,
      @Parameter(description = Examples.OTHER, example = "nordwind-7") @RestPath String other) {
    customers.link(checked("id", id), checked("other", other));
  }

  @DELETE
  @Path("/links/{other}")
  @Operation(summary = "Undo a wrong link")
  @APIResponse(responseCode = "204", description = "They are not linked")
  @APIResponse(responseCode = "404", description = "One of them is not known")
  public void unlink(
      @Parameter(description = Examples.ID, example = "C42") @RestPath String id,
      @Parameter(description = Examples.OTHER, example = "nordwind-7") @RestPath String other) {
    customers.unlink(checked("id", id), checked("other", other));
  }

  private static String checked(String field, String id) {
    if (id.isBlank() || id.length() > LONGEST_ID || id.chars().anyMatch(Character::isISOControl)) {
      throw ServiceException.invalid(field, "must have 1 to 128 characters, no control characters");
    }
    return id;
  }
}
