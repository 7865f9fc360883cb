package org.moderato.http;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts a {@link CheckedDeserializer} around each of Jackson's. Its own coercion settings would end
 * the reading at the first wrong value.
 */
final class CheckedDeserializers extends BeanDeserializerModifier {

  private static final long serialVersionUID = 1L;

  @Override
  public JsonDeserializer<?> modifyDeserializer(
      DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
    if (deserializer instanceof BeanDeserializerBase) {
      return new CheckedDeserializer(deserializer, Expectation.OBJECT);
    }
    if (deserializer instanceof TextDeserializer<?> text) {
      return new CheckedDeserializer(deserializer, Expectation.text(text.words()));
    }
    return new CheckedDeserializer(deserializer, Expectation.scalar(bean.getBeanClass()));
  }

  @Override
  public JsonDeserializer<?> modifyEnumDeserializer(
      DeserializationConfig config,
      JavaType type,
      BeanDescription bean,
      JsonDeserializer<?> deserializer) {
    return new CheckedDeserializer(deserializer, Expectation.oneOf(names(config, bean)));
  }

  @Override
  public JsonDeserializer<?> modifyCollectionDeserializer(
      DeserializationConfig config,
      CollectionType type,
      BeanDescription bean,
      JsonDeserializer<?> deserializer) {
    return new CheckedDeserializer(deserializer, Expectation.LIST);
  }

  @Override
  public JsonDeserializer<?> modifyArrayDeserializer(
      DeserializationConfig config,
      ArrayType type,
      BeanDescription bean,
      JsonDeserializer<?> deserializer) {
    // Bytes are a text in JSON.
    boolean bytes = type.getContentType().hasRawClass(byte.class);
    return new CheckedDeserializer(deserializer, bytes ? Expectation.TEXT : Expectation.LIST);
  }

  @Override
  public JsonDeserializer<?> modifyMapDeserializer(
      DeserializationConfig config,
      MapType type,
      BeanDescription bean,
      JsonDeserializer<?> deserializer) {
    return new CheckedDeserializer(deserializer, Expectation.OBJECT);
  }

  private static List<String> names(DeserializationConfig config, BeanDescription bean) {
    AnnotationIntrospector annotations = config.getAnnotationIntrospector();
    Enum<?>[] constants = (Enum<?>[]) bean.getBeanClass().getEnumConstants();
    String[] plain = Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
    String[] renamed =
        annotations.findEnumValues(config, bean.getClassInfo(), constants, plain.clone());
    return IntStream.range(0, plain.length)
        .mapToObj(i -> renamed[i] == null ? plain[i] : renamed[i])
        .toList();
  }
}
