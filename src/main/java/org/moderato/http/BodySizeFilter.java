package org.moderato.http;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the bodies of ordinary requests that are too large, before they are read or, if they
 * don't say their length, as soon as they are. Streams of lines are limited line by line instead.
 */
@Provider
class BodySizeFilter implements ContainerRequestFilter {

  private final Instance<HttpConfig> config;

  /** Filters are made before there are settings. */
  BodySizeFilter(Instance<HttpConfig> config) {
    this.config = config;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (isLines(request.getMediaType())) {
      return;
    }
    long maxBytes = config.get().maxBodySize().asLongValue();
    if (length(request.getHeaderString(HttpHeaders.CONTENT_LENGTH)) > maxBytes) {
      throw LimitedStream.tooLarge(maxBytes);
    }
    request.setEntityStream(new LimitedStream(request.getEntityStream(), maxBytes));
  }

  /** Wildcards would let every body through. */
  private static boolean isLines(@Nullable MediaType type) {
    return type != null
        && Ndjson.MEDIA_TYPE.equalsIgnoreCase(type.getType() + "/" + type.getSubtype());
  }

  private static long length(@Nullable String header) {
    return header == null ? 0 : Long.parseLong(header);
  }
}
