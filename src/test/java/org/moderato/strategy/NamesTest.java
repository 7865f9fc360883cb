package org.moderato.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          '  E-Mail ', e-mail
          GRÜSSE, grüsse
          # not depending on what stands beside it
          ΟΔΟΣ, οδοσ
          İSTANBUL, istanbul
          """)
  void wordsAreComparedWithoutCase(String word, String compared) {
    assertThat(Names.word(word)).isEqualTo(compared);
  }

  @Test
  void aWordIsNeverLongerThanWhatWasSaid() {
    // Columns are as wide as what may be said.
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String word = "x" + Character.toString(c) + "x";
      assertThat(Names.word(word).length()).isEqualTo(word.length());
    }
  }

  @Test
  void whatIsComparedAsTheSameHasTheSameForm() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String letter = Character.toString(c);
      for (String said : List.of(letter, letter + "a", "a" + letter, " " + letter)) {
        String word = Names.word(said);
        assertThat(Names.isSame(said, word)).as("%x", c).isTrue();
        assertThat(Names.isSame(said, "a")).as("%x", c).isEqualTo(word.equals("a"));
        assertThat(Names.isSame(said, "k")).as("%x", c).isEqualTo(word.equals("k"));
      }
    }
  }
}
