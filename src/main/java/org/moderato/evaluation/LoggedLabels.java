package org.moderato.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Attributes;
import org.moderato.strategy.fact.Labels;

/** {@link Labels} as they stand in the decision log. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record LoggedLabels(
    @Nullable String channel,
    @Nullable String category,
    @Nullable String department,
    @Nullable String brand,
    @Nullable String topic,
    @Nullable String template,
    @Nullable String sequence,
    @Nullable Integer step,
    @Nullable Integer priority,
    @Nullable Map<String, Object> attributes) {

  static LoggedLabels of(Labels labels) {
    return new LoggedLabels(
        labels.channel(),
        labels.category(),
        labels.department(),
        labels.brand(),
        labels.topic(),
        labels.template(),
        labels.sequence(),
        labels.step(),
        labels.priority(),
        labels.attributes().values());
  }

  Labels labels() {
    return new Labels(
        channel,
        category,
        department,
        brand,
        topic,
        template,
        sequence,
        step,
        priority,
        attributes == null ? Attributes.NONE : Attributes.of(attributes));
  }
}
