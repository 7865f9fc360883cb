package org.moderato.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/** Writes a set in an order of its own: that of a plain set differs from start to start. */
final class SortedSetSerializer extends StdSerializer<Set<?>> {

  private static final long serialVersionUID = 1L;

  SortedSetSerializer() {
    super(Set.class, false);
  }

  @Override
  public boolean isEmpty(SerializerProvider provider, Set<?> set) {
    return set.isEmpty();
  }

  @Override
  public void serialize(Set<?> set, JsonGenerator generator, SerializerProvider provider)
      throws IOException {
    ObjectMapper mapper = (ObjectMapper) generator.getCodec();
    List<String> elements = new ArrayList<>();
    for (Object element : set) {
      elements.add(mapper.writeValueAsString(element));
    }
    if (!(set instanceof SortedSet<?>)) {
      Collections.sort(elements);
    }
    generator.writeStartArray();
    for (String element : elements) {
      generator.writeRawValue(element);
    }
    generator.writeEndArray();
  }
}
