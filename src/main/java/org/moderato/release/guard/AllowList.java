package org.moderato.release.guard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What rules may name and call. The one list serves both the check of their text and that of the
 * byte code made of it, and is published as {@code /rule-allow-list.txt}.
 */
public final class AllowList {

  private static final String RESOURCE = "/META-INF/resources/rule-allow-list.txt";
  private static final Pattern METHOD = Pattern.compile("(\\w+)\\((.*)\\)(?: : (\\S+))?");
  private static final Pattern FIELD = Pattern.compile("(\\w+) : (\\S+)");
  private static final String ALL = "**";

  private static final AllowList PUBLISHED = read();

  private final Map<String, Set<String>> members = new HashMap<>();
  private final Set<String> names = new HashSet<>();
  private final Set<String> simpleNames = new HashSet<>();
  private final Set<String> refused = new TreeSet<>();
  private final Set<String> inRules = new HashSet<>();
  private final Set<String> generated = new HashSet<>();

  private AllowList() {}

  /** The list that is published. */
  public static AllowList published() {
    return PUBLISHED;
  }

  private static AllowList read() {
    try (InputStream stream = AllowList.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing");
      }
      return of(new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a list.
   *
   * @throws IllegalArgumentException if a line has none of the forms that the list explains
   */
  static AllowList of(List<String> lines) {
    AllowList list = new AllowList();
    @Nullable String type = null;
    for (String line : lines) {
      if (line.startsWith("  ") && type != null) {
        list.addMember(type, line.strip());
      } else if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split(" ", 2);
        type = words[0].equals("type") ? list.addType(words[1]) : null;
        if (type == null) {
          list.engine(words[0]).add(words[1].strip());
        }
      }
    }
    list.refuseTheRest();
    return list;
  }

  private String addType(String name) {
    members.put(name, new TreeSet<>());
    simpleNames.add(name.substring(name.lastIndexOf('.') + 1));
    return name;
  }

  private Set<String> engine(String keyword) {
    return switch (keyword) {
      case "in-rules" -> inRules;
      case "generated" -> generated;
      default -> throw new IllegalArgumentException("unknown keyword " + keyword);
    };
  }

  private void addMember(String type, String line) {
    Matcher method = METHOD.matcher(line);
    Matcher field = FIELD.matcher(line);
    Set<String> ofType = members.getOrDefault(type, new TreeSet<>());
    if (method.matches()) {
      boolean isNew = method.group(1).equals("new");
      String result = isNew ? "void" : String.valueOf(method.group(3));
      ofType.add(
          (isNew ? "<init>" : method.group(1)) + Signatures.descriptor(method.group(2), result));
      names.add(method.group(1));
    } else if (field.matches()) {
      ofType.add(field.group(1) + " " + Signatures.descriptor(field.group(2)));
      names.add(field.group(1));
    } else {
      throw new IllegalArgumentException("no member: " + line);
    }
  }

  /** Whether rules may name a type. */
  public boolean hasType(String qualifiedName) {
    return members.containsKey(qualifiedName);
  }

  /** Qualified names of all types that rules may name. */
  public Collection<String> types() {
    return members.keySet();
  }

  /** The methods of a type that rules may call, with descriptors; without constructors. */
  Set<String> calls(String type) {
    return members.getOrDefault(type, Set.of()).stream()
        .filter(member -> member.contains("(") && !member.startsWith("<init>"))
        .collect(Collectors.toSet());
  }

  /** Whether some type has a method or field of this name that rules may use. */
  public boolean hasName(String member) {
    return names.contains(member);
  }

  /**
   * Whether rules may call a method.
   *
   * @param owner qualified name of the type that it is called on
   * @param method name and descriptor, as in byte code; {@code <init>} for a constructor
   */
  public boolean allowsCall(String owner, String method) {
    return allows(owner, method);
  }

  /**
   * Whether rules may read a field.
   *
   * @param descriptor of its type, as in byte code
   */
  public boolean allowsField(String owner, String field, String descriptor) {
    return allows(owner, field + " " + descriptor);
  }

  private boolean allows(String owner, String member) {
    Set<String> ofOwner = members.get(owner);
    if (ofOwner == null) {
      return false;
    }
    return ofOwner.contains(member)
        || (!member.startsWith("<init>")
            && KnownTypes.supertypes(owner).anyMatch(type -> has(type, member)));
  }

  private boolean has(String type, String member) {
    return members.getOrDefault(type, Set.of()).contains(member);
  }

  /**
   * Whether the engine's generator may use something.
   *
   * @param member its name; {@code new} for a constructor
   * @param isRuleText in a method that holds the text of a rule
   */
  boolean allowsEngine(String owner, String member, boolean isRuleText) {
    String found = owner + "." + (member.equals("<init>") ? "new" : member);
    Set<String> lists = isRuleText ? inRules : generated;
    return inRules.stream().anyMatch(entry -> covers(entry, found))
        || lists.stream().anyMatch(entry -> covers(entry, found));
  }

  private static boolean covers(String entry, String found) {
    return entry.endsWith(ALL)
        ? found.startsWith(entry.substring(0, entry.length() - ALL.length()))
        : entry.equals(found);
  }

  /** What the types of the list have beyond what rules may use: names of methods and fields. */
  Set<String> refusedNames() {
    return refused;
  }

  private void refuseTheRest() {
    members.keySet().stream().flatMap(KnownTypes::memberNames).forEach(refused::add);
    refused.removeAll(names);
  }

  /** Whether a type of this name, without its package, is on the list. */
  public boolean hasSimpleName(String name) {
    return simpleNames.contains(name);
  }
}
