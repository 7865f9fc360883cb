package org.moderato.strategy.fact;

import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;

/**
 * What is said about a communication. A contact keeps the labels that its message had: they are
 * frozen when it is recorded.
 *
 * @param channel such as {@code email}
 * @param category the purpose, such as {@code promotion}
 * @param department who speaks
 * @param brand under which name
 * @param topic about what
 * @param template with which text
 * @param sequence in which series
 * @param step at which place of the series, from 1
 * @param priority 0 to 100, higher is more important
 * @param attributes further labels by name
 */
public record Labels(
    @Nullable String channel,
    @Nullable String category,
    @Nullable String department,
    @Nullable String brand,
    @Nullable String topic,
    @Nullable String template,
    @Nullable String sequence,
    @Nullable Integer step,
    @Nullable Integer priority,
    Attributes attributes) {

  public static final Labels NONE =
      new Labels(null, null, null, null, null, null, null, null, null, Attributes.NONE);

  /** The same labels on another channel. */
  public Labels onChannel(String otherChannel) {
    return new Labels(
        otherChannel,
        category,
        department,
        brand,
        topic,
        template,
        sequence,
        step,
        priority,
        attributes);
  }

  /**
   * The value of a label or attribute.
   *
   * @param key its name in the form of {@link Names#key}
   * @return text, number, boolean or a list of texts; null if there is none
   */
  public @Nullable Object value(String key) {
    return switch (key) {
      case "channel" -> channel;
      case "category" -> category;
      case "department" -> department;
      case "brand" -> brand;
      case "topic" -> topic;
      case "template" -> template;
      case "sequence" -> sequence;
      case "step" -> step;
      case "priority" -> priority;
      default -> attributes.value(key);
    };
  }
}
