package org.moderato.release.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextPatternsTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a.*", "[a-z]+-\\\\d{2}", "(a|b)c", ".*x.*y", "[(a+)]", "\\\\(\\\\)"})
  void takesWhatIsQuick(String pattern) {
    assertThat(TextPatterns.fault(pattern)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+b",
        "(a|a)*b",
        "((a*)*)*",
        "(a|aa){30}",
        "(?:a+)?",
        "(?=a)b",
        "(a)\\\\1",
        ".*a.*b.*c.*d",
        "a{1000}",
        "a{1,99999}",
        "(",
        "[",
      })
  void refusesWhatCanTakeForEver(String pattern) {
    assertThat(TextPatterns.fault(pattern)).isPresent();
  }
}
