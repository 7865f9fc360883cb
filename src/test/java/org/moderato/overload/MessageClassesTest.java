package org.moderato.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessageClassesTest {

  private record Given(Optional<Set<String>> vital, Optional<Set<String>> marketing)
      implements ClassesConfig {

    static Given of(Set<String> vital, Set<String> marketing) {
      return new Given(Optional.of(vital), Optional.of(marketing));
    }
  }

  @Test
  void comparesCategoriesAsAllWordsAreCompared() {
    MessageClasses classes =
        new MessageClasses(Given.of(Set.of(" Security"), Set.of("promotion", "News Letter")));

    assertThat(classes.of("SECURITY ")).isEqualTo(MessageClass.VITAL);
    assertThat(classes.of("Promotion")).isEqualTo(MessageClass.MARKETING);
    assertThat(classes.of("news letter")).isEqualTo(MessageClass.MARKETING);
    assertThat(classes.of("newsletter")).isEqualTo(MessageClass.STANDARD);
  }

  @Test
  void everythingIsStandardWhereNothingIsSaid() {
    MessageClasses classes = new MessageClasses(new Given(Optional.empty(), Optional.empty()));

    assertThat(classes.of("security")).isEqualTo(MessageClass.STANDARD);
  }

  @Test
  void aCategoryHasOneClass() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MessageClasses(Given.of(Set.of("bill"), Set.of("Bill"))))
        .withMessageContaining("both vital and marketing: bill");
  }
}
