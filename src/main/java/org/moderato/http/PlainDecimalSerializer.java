package org.moderato.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes equal numbers equally: 1.50 as 1.5, and 1E+2 as 100. */
final class PlainDecimalSerializer extends StdSerializer<BigDecimal> {

  private static final long serialVersionUID = 1L;

  PlainDecimalSerializer() {
    super(BigDecimal.class);
  }

  @Override
  public void serialize(BigDecimal number, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    generator.writeNumber(number.stripTrailingZeros().toPlainString());
  }
}
