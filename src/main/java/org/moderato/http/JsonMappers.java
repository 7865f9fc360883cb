package org.moderato.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** Jackson as this service uses it: nothing guessed when reading, one form when writing. */
final class JsonMappers {

  private static final int MAX_YEAR = 9999;

  private JsonMappers() {}

  static ObjectMapper strict() {
    return JsonMapper.builder(JsonSyntax.FACTORY)
        .addModules(new Jdk8Module(), new JavaTimeModule(), texts())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .addHandler(new UnknownFields())
        .build();
  }

  static ObjectMapper compact() {
    return writer(new SimpleModule().addSerializer(new SortedSetSerializer())).build();
  }

  /**
   * Fields in the order of the alphabet and no nulls, so that moving or adding a field of a record
   * leaves the form of older values as it was.
   */
  static ObjectMapper canonical() {
    SimpleModule forms =
        new SimpleModule()
            .addSerializer(new SortedSetSerializer())
            .addSerializer(BigDecimal.class, new PlainDecimalSerializer());
    return writer(forms)
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
        .serializationInclusion(JsonInclude.Include.NON_ABSENT)
        .build();
  }

  private static JsonMapper.Builder writer(SimpleModule forms) {
    return JsonMapper.builder()
        .addModules(new Jdk8Module(), new JavaTimeModule(), forms)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
  }

  private static SimpleModule texts() {
    SimpleModule module = new SimpleModule();
    addText(module, Instant.class, JsonMappers::instant, "an instant such as 2026-11-22T09:00:00Z");
    addText(module, Duration.class, Duration::parse, "a duration such as PT15M");
    addText(module, LocalDate.class, LocalDate::parse, "a day such as 2026-11-22");
    addText(module, LocalTime.class, LocalTime::parse, "a time of day such as 21:00");
    addText(module, ZoneId.class, ZoneId::of, "a time zone such as Europe/Berlin");
    return module.setDeserializerModifier(new CheckedDeserializers());
  }

  private static <T> void addText(
      SimpleModule module, Class<T> type, Function<String, T> parse, String what) {
    module.addDeserializer(type, new TextDeserializer<>(type, parse, "must be " + what));
  }

  /** Cut to microseconds, which is what the databases keep. */
  private static Instant instant(String text) {
    OffsetDateTime time =
        OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
            .withOffsetSameInstant(ZoneOffset.UTC);
    if (time.getYear() < 1 || time.getYear() > MAX_YEAR) {
      throw new DateTimeException("year " + time.getYear());
    }
    return time.toInstant().truncatedTo(ChronoUnit.MICROS);
  }
}
