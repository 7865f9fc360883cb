package org.moderato.strategy.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.moderato.TestStrategy;

class ContactTest {

  @Test
  void hasLabelsAndAttributesByTheirNames() {
    Attributes attributes = Attributes.of(Map.of("window_when_sent", "PT16H"));
    Labels labels = new Labels("email", null, null, null, null, null, null, null, null, attributes);
    Contact contact = TestStrategy.contact("2025-06-03T12:00:00Z", labels);

    assertThat(contact.attribute("Window when sent")).isEqualTo("PT16H");
    assertThat(contact.attribute("channel")).isEqualTo("email");
    assertThat(contact.attribute("debt")).isNull();
  }
}
