package org.moderato.strategy.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ValueMatchTest {

  @Test
  void anAmountIsOneWordHoweverItWasWritten() {
    // What a sender writes and what comes back from the database differ in form.
    assertThat(ValueMatch.words(new BigDecimal("1.50")))
        .isEqualTo(ValueMatch.words(new BigDecimal("1.5")));
    assertThat(ValueMatch.words(new BigDecimal("1E+2"))).isEqualTo(ValueMatch.words(100));
    assertThat(ValueMatch.words(new BigDecimal("0.00"))).isEqualTo(ValueMatch.words(0));
    assertThat(new ValueMatch.AnyOf(Set.of("12")).accepts(new BigDecimal("12.0"))).isTrue();
  }

  @Test
  void textsAreComparedWithoutCaseAndFlagsAreWords() {
    assertThat(ValueMatch.words(List.of(" VIP ", true))).containsExactly("vip", "true");
  }
}
