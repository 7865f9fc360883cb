package org.moderato.release.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Some releases, the newest first. */
@Schema(description = "Some releases, the newest first.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReleasePage(
    @Schema(description = "Those of the page.") List<ReleaseView> items,
    @Schema(
            description = "Give it as before for the next page; absent on the last.",
            examples = "17")
        @Nullable Long next) {}
