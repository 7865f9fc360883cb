package org.moderato.contact.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.ContactService;
import org.moderato.contact.LedgerEntry;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;

/** A customer's contacts, over all linked ids. */
@Path("/v1/customers/{id}/contacts")
@Tag(name = "Customers")
class CustomerContactsResource {

  private static final int MOST = 200;

  private final ContactService contacts;

  CustomerContactsResource(ContactService contacts) {
    this.contacts = contacts;
  }

  @GET
  @Operation(summary = "The contacts of a customer, the last recorded first")
  @APIResponse(
      responseCode = "200",
      description = "A page of contacts",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ContactView.Page.class)))
  @APIResponse(responseCode = "404", description = "There is no such customer")
  public ContactView.Page contacts(
      @Parameter(description = "The customer's own id, 1 to 128 characters.", example = "C42")
          @RestPath
          String id,
      @Parameter(description = "How many at most, from 1 to 200.", example = "50")
          @RestQuery
          @DefaultValue("50")
          @Min(1)
          @Max(MOST)
          int limit,
      @Parameter(
              description = "next of the page before; the newest if absent.",
              example = "019a7f3e-0000-7000-8000-000000000002")
          @RestQuery
          @Nullable UUID cursor) {
    List<LedgerEntry> page =
        contacts
            .page(id, cursor, limit)
            .orElseThrow(
                () -> new ServiceException(ErrorCode.NOT_FOUND, "there is no such customer"));
    UUID next = page.size() < limit ? null : page.get(page.size() - 1).contact().id();
    return new ContactView.Page(page.stream().map(ContactView::of).toList(), next);
  }
}
