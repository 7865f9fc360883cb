package org.moderato.contact.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.moderato.http.JsonSize;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Consent;
import org.moderato.strategy.fact.Customer;

/** Body of {@code PUT /v1/customers/{id}}. */
@Schema(name = "Customer", description = "What is known of a customer.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerBody(
    @Pattern(regexp = "[A-Za-z]{2}", message = "must be two letters such as DE")
        @Schema(description = "The country, two letters after ISO 3166.", examples = "DE")
        @Nullable String country,
    @Size(max = 64)
        @Schema(description = "A part of the country, for its holidays.", examples = "BY")
        @Nullable String region,
    @Schema(
            description = "IANA time zone; the country's if absent.",
            implementation = String.class,
            examples = "Europe/Berlin")
        @Nullable ZoneId zone,
    @Size(max = 35) @Schema(description = "The language, a tag after BCP 47.", examples = "de")
        @Nullable String language,
    @Size(max = 64) @Schema(description = "Stage of the life cycle.", examples = "trial")
        @Nullable String stage,
    @Size(max = 100)
        @JsonSize(max = 8000)
        @Schema(description = "The groups that they belong to.", examples = "[\"vip\"]")
        @Nullable List<@NotBlank @Size(max = 64) String> segments,
    @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        @Size(max = 128)
        @Schema(description = "The company they belong to.", examples = "ACME-0815")
        @Nullable String account,
    @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        @Size(max = 128)
        @Schema(description = "The people they live with.", examples = "H-4711")
        @Nullable String household,
    @JsonSize(max = 16000)
        @Schema(description = "Further attributes by name.", examples = "{\"tier\": \"gold\"}")
        @Nullable Map<@NotBlank @Size(max = 64) String, @NotNull Object> attributes,
    @Size(max = 200)
        @Schema(description = "What they said about being contacted; the last word counts.")
        @Nullable List<@Valid @NotNull ConsentBody> consent) {

  /** One thing that the customer said about being contacted; what is absent means all. */
  @Schema(name = "Consent", description = "What is absent means all.")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ConsentBody(
      @Size(max = 64) @Schema(description = "About which channel.", examples = "sms")
          @Nullable String channel,
      @Size(max = 64) @Schema(description = "About which category.", examples = "promotion")
          @Nullable String category,
      @Size(max = 64) @Schema(description = "About which brand.", examples = "acme")
          @Nullable String brand,
      @NotNull
          @Pattern(regexp = "opt-in|opt-out", message = "must be opt-in or opt-out")
          @Schema(
              description = "What they said.",
              enumeration = {"opt-in", "opt-out"},
              examples = "opt-in")
          String status,
      @Schema(description = "Since when; ever if absent.", examples = "2026-01-01T00:00:00Z")
          @Nullable Instant from,
      @Schema(
              description = "The first instant at which it no longer holds.",
              examples = "2027-01-01T00:00:00Z")
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
        zone,
        language,
        stage,
        groups,
        account,
        household,
        attributes == null ? Attributes.NONE : Attributes.of(attributes),
        consent == null ? List.of() : consent.stream().map(ConsentBody::consent).toList());
  }

  static CustomerBody of(Customer customer) {
    return new CustomerBody(
        customer.country(),
        customer.region(),
        customer.zone(),
        customer.language(),
        customer.stage(),
        customer.segments().stream().sorted().toList(),
        customer.account(),
        customer.household(),
        customer.attributes().values(),
        customer.consents().stream().map(ConsentBody::of).toList());
  }
}
