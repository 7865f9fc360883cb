package org.moderato.release.check;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What came of a release's scenarios.
 *
 * @param passed how many passed
 * @param failed how many failed, or stand in a file that cannot be read
 * @param todo how many are not expected to pass yet
 * @param coverage of a hundred rows and rules, rounded down
 */
@Schema(description = "What came of a release's scenarios.")
public record ScenarioCount(
    @Schema(description = "How many passed.", examples = "567") long passed,
    @Schema(description = "How many failed, or could not be read.", examples = "0") long failed,
    @Schema(description = "How many are not expected to pass yet.", examples = "0") long todo,
    @Schema(description = "Of a hundred rows and rules, rounded down.", examples = "100")
        int coverage) {}
