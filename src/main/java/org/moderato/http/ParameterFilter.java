package org.moderato.http;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.moderato.words.Suggestions;

/**
 * Refuses parameters that nobody reads and values that say nothing, each by its name. Skipped, a
 * misspelt {@code dryRun} would take a slot.
 */
class ParameterFilter {

  private static final Form FLAG = new Form("true|false", "must be true or false");
  private static final Form NUMBER = new Form("-?[0-9]{1,9}", "must be a whole number");
  private static final Form ID =
      new Form("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "must be a UUID");

  private static final Map<Class<?>, Form> FORMS =
      Map.of(
          boolean.class, FLAG,
          Boolean.class, FLAG,
          int.class, NUMBER,
          Integer.class, NUMBER,
          UUID.class, ID);

  /** What a text must look like; the framework takes everything but true for false. */
  private record Form(String regex, String words) {

    static final Form ANY = new Form(".*", "");
  }

  private final Map<Method, Declared> known = new ConcurrentHashMap<>();

  /** The types of a method's parameters by their names. */
  private record Declared(Map<String, Class<?>> query, Map<String, Class<?>> path) {

    static Declared of(Method method) {
      Declared declared = new Declared(new HashMap<>(), new HashMap<>());
      for (Parameter parameter : method.getParameters()) {
        RestQuery query = parameter.getAnnotation(RestQuery.class);
        RestPath path = parameter.getAnnotation(RestPath.class);
        if (query != null) {
          declared.query.put(name(query.value(), parameter), parameter.getType());
        }
        if (path != null) {
          declared.path.put(name(path.value(), parameter), parameter.getType());
        }
      }
      return declared;
    }

    private static String name(String given, Parameter parameter) {
      return given.isEmpty() ? parameter.getName() : given;
    }
  }

  @ServerRequestFilter
  void check(UriInfo uri, ResourceInfo resource) {
    Declared declared = known.computeIfAbsent(resource.getResourceMethod(), Declared::of);
    FieldErrors errors = new FieldErrors();
    uri.getPathParameters()
        .forEach((name, values) -> check(name, values, declared.path.get(name), errors));
    uri.getQueryParameters()
        .forEach(
            (name, values) -> {
              if (declared.query.containsKey(name)) {
                check(name, values, declared.query.get(name), errors);
              } else {
                Collection<String> names = declared.query.keySet();
                errors.add(name, "is not a known parameter" + Suggestions.didYouMean(name, names));
              }
            });
    errors.refuseAny();
  }

  private static void check(
      String name, List<String> values, @Nullable Class<?> type, FieldErrors errors) {
    for (String value : values) {
      if (value.chars().anyMatch(Character::isISOControl)) {
        errors.add(name, "must not hold control characters");
      } else if (type != null) {
        check(name, value, FORMS.getOrDefault(type, Form.ANY), errors);
      }
    }
  }

  private static void check(String name, String value, Form form, FieldErrors errors) {
    if (!value.matches(form.regex())) {
      errors.add(name, form.words());
    }
  }
}
