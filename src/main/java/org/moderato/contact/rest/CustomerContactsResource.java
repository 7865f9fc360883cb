package org.moderato.contact.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
  public ContactView.Page contacts(
      @RestPath String id,
      @RestQuery @DefaultValue("50") @Min(1) @Max(MOST) int limit,
      @RestQuery @Nullable UUID cursor) {
    List<LedgerEntry> page =
        contacts
            .page(id, cursor, limit)
            .orElseThrow(
                () -> new ServiceException(ErrorCode.NOT_FOUND, "there is no such customer"));
    UUID next = page.size() < limit ? null : page.get(page.size() - 1).contact().id();
    return new ContactView.Page(page.stream().map(ContactView::of).toList(), next);
  }
}
