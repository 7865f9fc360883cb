package org.moderato.http;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads whole bodies, and refuses those that turn out too large. */
@Provider
class WholeBodyReader implements MessageBodyReader<WholeBody> {

  private final Instance<HttpConfig> config;

  /** Readers are made before there are settings. */
  WholeBodyReader(Instance<HttpConfig> config) {
    this.config = config;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == WholeBody.class;
  }

  @Override
  public WholeBody readFrom(
      Class<WholeBody> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    long maxBytes = config.get().maxBodySize().asLongValue();
    return new WholeBody(new LimitedStream(body, maxBytes).readAllBytes());
  }
}
