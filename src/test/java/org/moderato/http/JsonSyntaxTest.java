package org.moderato.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSyntaxTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                         | The body is empty
          ` `                        | The body is empty
          {"id": "o"                 | The JSON ends too early (line 1, column 11)
          {"id": "o",}               | (line 1, column 12)
          {"id": "o", "id": "p"}     | Duplicate field 'id' (line 1, column 17)
          {"count": NaN}             | Non-standard token 'NaN' is not allowed (line 1, column 14)
          {"id": "o"} x              | (line 1, column 14)
          {} {}                      | Nothing may follow the JSON value (line 1, column 4)
          {'id': "o"}                | (line 1, column 2)
          {"count": 01}              | (line 1, column 12)
          """)
  void refusesBrokenJsonWithItsPlace(String body, String words) {
    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> check(body.getBytes(UTF_8)))
        .withMessageContaining(words)
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED));
  }

  @Test
  void refusesBytesThatAreNoText() {
    byte[] body = {'{', '"', (byte) 0xc3, '"', ':', '1', '}'};

    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> check(body))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.MALFORMED));
  }

  @Test
  void refusesDeepNesting() {
    String body = "{\"attributes\": {\"a\": " + "[".repeat(100) + "]".repeat(100) + "}}";

    assertThatExceptionOfType(ServiceException.class)
        .isThrownBy(() -> check(body.getBytes(UTF_8)))
        .withMessageContaining("nested too deeply");
  }

  private static void check(byte[] body) {
    JsonSyntax.check(body, new FieldErrors());
  }
}
