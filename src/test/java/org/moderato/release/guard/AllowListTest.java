package org.moderato.release.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Type;

class AllowListTest {

  private final AllowList list = AllowList.published();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          org.moderato.strategy.fact.Message       | getChannel()Ljava/lang/String;
          # of a type that it extends
          org.moderato.strategy.table.CountingRow  | getId()Ljava/lang/String;
          java.util.List                           | hashCode()I
          """)
  void allowsWhatItNames(String owner, String method) {
    assertThat(list.allowsCall(owner, method)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          java.lang.Object                         | getClass()Ljava/lang/Class;
          java.lang.Object                         | wait()V
          java.lang.Object                         | <init>()V
          java.lang.System                         | exit(I)V
          java.lang.Runtime                        | getRuntime()Ljava/lang/Runtime;
          java.lang.String                         | repeat(I)Ljava/lang/String;
          java.time.Instant                        | now()Ljava/time/Instant;
          java.util.List                           | stream()Ljava/util/stream/Stream;
          # another method of the same name
          org.moderato.strategy.rule.Counted       | reaches(I)Z
          org.moderato.strategy.rule.VerdictBuilder| firing(Lorg/moderato/strategy/rule/RuleInfo;)V
          """)
  void refusesAllElse(String owner, String method) {
    assertThat(list.allowsCall(owner, method)).isFalse();
  }

  @Test
  void whatTheGeneratorCallsIsNotForTheTextOfRules() {
    assertThat(list.allowsEngine("java.util.ArrayList", "<init>", false)).isTrue();
    assertThat(list.allowsEngine("java.util.ArrayList", "<init>", true)).isFalse();
    assertThat(list.allowsEngine("org.drools.model.Drools", "insert", true)).isTrue();
    assertThat(list.allowsEngine("org.drools.model.Drools", "getRuntime", true)).isFalse();
  }

  /** A line that is spelled wrongly would refuse what it means to allow. */
  @Test
  void namesTypesAndMethodsThatThereAre() throws ClassNotFoundException {
    for (String type : list.types()) {
      Set<String> known =
          Stream.of(Class.forName(type).getMethods())
              .map(AllowListTest::written)
              .collect(Collectors.toSet());
      assertThat(list.calls(type)).as(type).isSubsetOf(known);
    }
  }

  private static String written(Method method) {
    return method.getName() + Type.getMethodDescriptor(method);
  }

  /** From such a one all the rest would be in reach. */
  @Test
  void noMethodLeadsToATypeThatRulesMayNotName() throws ClassNotFoundException {
    for (String type : list.types()) {
      for (Method method : Class.forName(type).getMethods()) {
        Class<?> result = method.getReturnType();
        if (list.calls(type).contains(written(method)) && !result.isPrimitive()) {
          assertThat(list.hasType(result.getName())).as(type + " " + method).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"allow java.lang.Object", "type a\n  what is this", "type a\n  b("})
  void aLineThatIsNotUnderstoodIsAnError(String text) {
    List<String> lines = text.lines().toList();

    assertThatThrownBy(() -> AllowList.of(lines)).isInstanceOf(IllegalArgumentException.class);
  }
}
