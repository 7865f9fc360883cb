package org.moderato.http;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the bodies of ordinary requests that are too large, before they are read or, if they
 * don't say their length, as soon as they are. Streams of lines are limited line by line instead.
 */
class BodySizeFilter {

  private final Instance<HttpConfig> config;

  /** Filters are made before there are settings. */
  BodySizeFilter(Instance<HttpConfig> config) {
    this.config = config;
  }

  @ServerRequestFilter
  void limit(ContainerRequestContext request, ResourceInfo resource) {
    if (takesLines(resource)) {
      return;
    }
    boolean isLarge = resource.getResourceMethod().isAnnotationPresent(LargeBody.class);
    HttpConfig limits = config.get();
    long maxBytes = (isLarge ? limits.maxUploadSize() : limits.maxBodySize()).asLongValue();
    if (length(request.getHeaderString(HttpHeaders.CONTENT_LENGTH)) > maxBytes) {
      throw LimitedStream.tooLarge(maxBytes);
    }
    if (takesWhole(resource)) {
      // The body is read before anybody asks for a stream, and limited by whoever reads it.
      return;
    }
    request.setEntityStream(new LimitedStream(request.getEntityStream(), maxBytes));
  }

  /** What the endpoint takes, not what the caller says to send: that may be anything. */
  private static boolean takesLines(ResourceInfo resource) {
    Consumes method = resource.getResourceMethod().getAnnotation(Consumes.class);
    Consumes types =
        method == null ? resource.getResourceClass().getAnnotation(Consumes.class) : method;
    return types != null && List.of(types.value()).contains(Ndjson.MEDIA_TYPE);
  }

  private static boolean takesWhole(ResourceInfo resource) {
    return List.of(resource.getResourceMethod().getParameterTypes()).contains(WholeBody.class);
  }

  private static long length(@Nullable String header) {
    return header == null ? 0 : Long.parseLong(header);
  }
}
