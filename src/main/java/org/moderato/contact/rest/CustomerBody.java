package org.moderato.contact.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.moderato.contact.CustomerData;
import org.moderato.http.ServiceException;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Customer;

/** Body of {@code PUT /v1/customers/{id}}. */
@Schema(name = "Customer", description = "What is known of a customer.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerBody(
    @Pattern(regexp = "[A-Za-z]{2}", message = "must be two letters such as DE")
        @Schema(examples = "DE")
        @Nullable String country,
    @Size(max = 64) @Schema(examples = "BY") @Nullable String region,
    @Size(max = 64) @Schema(examples = "Europe/Berlin") @Nullable String zone,
    @Size(max = 35) @Schema(examples = "de") @Nullable String language,
    @Size(max = 64) @Schema(description = "Stage of the life cycle.", examples = "trial")
        @Nullable String stage,
    @Size(max = 100) @Nullable List<@NotBlank @Size(max = 64) String> segments,
    @Size(min = 1, max = 128) @Schema(description = "The company they belong to.")
        @Nullable String account,
    @Size(min = 1, max = 128) @Schema(description = "The people they live with.")
        @Nullable String household,
    @Nullable Map<@NotBlank @Size(max = 64) String, @NotNull Object> attributes,
    @Size(max = 200) @Nullable List<@Valid @NotNull ConsentBody> consent) {

  /** One thing that the customer said about being contacted; what is absent means all. */
  @Schema(name = "Consent")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ConsentBody(
      @Size(max = 64) @Nullable String channel,
      @Size(max = 64) @Nullable String category,
      @Size(max = 64) @Nullable String brand,
      @NotNull @Pattern(regexp = "opt-in|opt-out", message = "must be opt-in or opt-out")
          String status,
      @Nullable Instant from,
      @Nullable Instant until) {

    Consent consent() {
      return new Consent(
          channel,
          category,
          brand,
          status.equals("opt-in"),
          from == null ? Instant.EPOCH : from,
          until);
    }

    static ConsentBody of(Consent consent) {
      return new ConsentBody(
          consent.channel(),
          consent.category(),
          consent.brand(),
          consent.optedIn() ? "opt-in" : "opt-out",
          consent.from().equals(Instant.EPOCH) ? null : consent.from(),
          consent.until());
    }
  }

  CustomerData data() {
    SortedSet<String> groups = new TreeSet<>(segments == null ? List.of() : segments);
    return new CustomerData(
        country == null ? null : country.toUpperCase(Locale.ROOT),
        region,
        zone == null ? null : zone(zone),
        language,
        stage,
        groups,
        account,
        household,
        attributes == null ? Attributes.NONE : Attributes.of(attributes),
        consent == null ? List.of() : consent.stream().map(ConsentBody::consent).toList());
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw ServiceException.invalid("zone", "must be a time zone such as Europe/Berlin");
    }
  }

  static CustomerBody of(Customer customer) {
    ZoneId zone = customer.zone();
    return new CustomerBody(
        customer.country(),
        customer.region(),
        zone == null ? null : zone.getId(),
        customer.language(),
        customer.stage(),
        customer.segments().stream().sorted().toList(),
        customer.account(),
        customer.household(),
        customer.attributes().values(),
        customer.consents().stream().map(ConsentBody::of).toList());
  }
}
