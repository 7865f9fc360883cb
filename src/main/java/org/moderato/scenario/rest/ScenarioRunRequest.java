package org.moderato.scenario.rest;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/scenario-runs}. */
@Schema(description = "Which scenarios are to be run, against which release.")
public record ScenarioRunRequest(
    @Size(max = 80)
        @Schema(
            description = "The release; the one in force if absent.",
            examples = "2026-11-22-3f9c2e1")
        @Nullable String release,
    @Size(max = 200)
        @Schema(
            description = "Only scenarios whose name or file contains this.",
            examples = "trial")
        @Nullable String filter,
    @Size(max = 500_000)
        @Schema(
            description = "Scenarios as YAML; those of the release if absent.",
            examples = "name: It may go\\nnow: 2026-11-20T12:00\\nmessage: { channel: email }")
        @Nullable String scenarios) {}
