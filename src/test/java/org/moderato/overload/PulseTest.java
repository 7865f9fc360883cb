package org.moderato.overload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PulseTest {

  private final Pulse pulse = new Pulse(100, 0);

  @Test
  void letsOneTryAfterAWhile() {
    assertThat(pulse.mayBeAsked(1)).isTrue();
    assertThat(pulse.failed(1, 2)).isTrue();

    assertThat(pulse.mayBeAsked(101)).isFalse();
    assertThat(pulse.mayBeAsked(102)).isTrue();
    assertThat(pulse.mayBeAsked(103)).isFalse();
    assertThat(pulse.mayBeAsked(202)).isTrue();
  }

  @Test
  void anyAnswerSaysThatItIsBack() {
    pulse.failed(1, 2);

    assertThat(pulse.answered(3)).isTrue();
    assertThat(pulse.answered(4)).isFalse();
    assertThat(pulse.isGone()).isFalse();
    assertThat(pulse.mayBeAsked(5)).isTrue();
  }

  @Test
  void tellsOnceThatItIsGone() {
    assertThat(pulse.failed(1, 2)).isTrue();
    assertThat(pulse.failed(3, 4)).isFalse();
  }

  @Test
  void whatWasAskedBeforeTheLastAnswerSaysNothing() {
    pulse.answered(10);

    assertThat(pulse.failed(9, 11)).isFalse();
    assertThat(pulse.isGone()).isFalse();
  }
}
