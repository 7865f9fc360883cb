package org.moderato.release.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.Source;
import org.moderato.strategy.table.TableType;
import org.moderato.strategy.table.TableType.Field;
import org.moderato.strategy.time.Span;

class RuleFilesTest {

  @Test
  void readsWhatATableLooksLike() {
    DeclaredTypes declared =
        TestRules.drl(
                """
                declare MixedBag extends CountingRow
                  @kind( "mixed bag" )
                  @requires( "window, same" )
                  atMost : Integer
                  atLeast : org.moderato.strategy.time.Span @optional
                  factor : Double = 1.5
                  answers : java.util.List @optional @vocabulary( "response" )
                end
                """)
            .read();

    assertThat(declared.problems()).isEmpty();
    assertThat(declared.types())
        .containsExactly(
            new TableType(
                "MixedBag",
                "Mixed bag",
                "mixed bag",
                false,
                TableType.Base.COUNTING,
                List.of(
                    new Field("atMost", Integer.class, true, "atMost"),
                    new Field("atLeast", Span.class, false, "atLeast"),
                    new Field("factor", Double.class, false, "factor"),
                    new Field("answers", List.class, false, "response")),
                Set.of("window", "same"),
                new Source("rules/test.drl", null, 8)));
  }

  @Test
  void readsALookup() {
    DeclaredTypes declared =
        TestRules.drl("declare Weight extends PolicyRow @kind( \"weight\" ) @lookup end").read();

    assertThat(declared.types()).singleElement().matches(TableType::lookup);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"@lookback( 90 days )", "@lookback( \"90 days\" )", "@lookback(\"90 days\")"})
  void takesTheLongestLookbackOfAllRules(String annotation) {
    DeclaredTypes declared =
        TestRules.drl(
                """
                rule "a" @lookback( 5 days ) when then end
                rule "b" %s when then end
                """
                    .formatted(annotation))
            .read();

    assertThat(declared.lookback()).contains(Duration.ofDays(90));
  }

  @Test
  void givesARuleTheKindOfTheTableThatItReads() {
    DeclaredTypes declared =
        TestRules.drl(
                """
                rule "reads a table" when
                  $m : Message()
                  not ( Cap( atMost > 3 ) from policies.matching("Cap", $m) )
                then
                  verdict.suppress("no");
                end
                rule "has its own" @kind( "own kind" ) when Message() then verdict.suppress("x"); end
                """)
            .file(
                "rules/zz.drl",
                TestRules.HEAD
                    + "declare Cap extends PolicyRow @kind( \"cap\" ) atMost : Integer end")
            .read();

    assertThat(declared.problems()).isEmpty();
    assertThat(declared.rules().values())
        .extracting(RuleInfo::kind)
        .containsExactlyInAnyOrder("cap", "own kind");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!8: MOD-DRL-002 The type Cap says no policy kind"
            + "|declare Cap extends PolicyRow atMost : Integer end",
        "!8: MOD-DRL-003 The field atMost has the type int, which no cell can hold"
            + "|declare Cap extends PolicyRow @kind( \"cap\" ) atMost : int end",
        "!8: MOD-DRL-003 The field atMost has the type Integr, which no cell can hold"
            + "|declare Cap extends PolicyRow @kind( \"cap\" ) atMost : Integr end",
        "!8: MOD-DRL-007 The rule \"r\" says no policy kind"
            + "|rule r when Message() then verdict.suppress(\"x\"); end",
        "!8: MOD-DRL-006 @lookback: \"soon\" is not a duration; write a number and a unit, such as"
            + " 7 days, 16 hours or 1 month"
            + "|rule r @lookback( soon ) when Message() then end",
        "!8: MOD-DRL-001 There is no global String foo; rules have Policies policies, History"
            + " history, VerdictBuilder verdict|global String foo"
      })
  void saysWhatIsWrong(String problemAndDrl) {
    String[] parts = problemAndDrl.split("\\|");

    assertThat(TestRules.drl(parts[1]).problems()).containsExactly("rules/test.drl" + parts[0]);
  }

  @Test
  void explainsWhyAFieldMayNotBePrimitive() {
    DeclaredTypes declared =
        TestRules.drl("declare Cap extends PolicyRow @kind( \"cap\" ) atMost : int end").read();

    assertThat(declared.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.hint()).contains("a cap of 0 silences everybody"));
  }

  @Test
  void aTypeIsDeclaredOnce() {
    DeclaredTypes declared =
        TestRules.drl("declare Cap extends PolicyRow @kind( \"cap\" ) end")
            .file(
                "rules/zz.drl", "package other\ndeclare Cap extends PolicyRow @kind( \"cap\" ) end")
            .read();

    assertThat(declared.problems())
        .extracting(Object::toString)
        .containsExactly(
            "rules/zz.drl!2: MOD-DRL-005 The type Cap is declared in rules/test.drl:8 too (Give it"
                + " another name)");
  }

  @Test
  void knowsWhichRulesOnlySpeakForRows() {
    DeclaredTypes declared =
        TestRules.drl(
                """
                declare Cap extends LimitingRow
                  @kind( "cap" )
                end
                rule "For rows"
                when
                  $message : Message()
                  $row : Cap() from policies.matching("Cap", $message)
                then
                  verdict.suppress( $row, "no" );
                end
                rule "For itself"
                @kind( "cap" )
                when
                  $message : Message()
                  $row : Cap() from policies.matching("Cap", $message)
                then
                  verdict.suppress( $row, "no" );
                  verdict.suppress( "never" );
                end
                rule "In a function"
                @kind( "cap" )
                when
                  $row : Cap() from policies.matching("Cap", $message)
                then
                  say( verdict, $row );
                end
                """)
            .read();

    assertThat(declared.rules().values())
        .filteredOn(RuleInfo::speaksItself)
        .extracting(RuleInfo::name)
        .containsExactlyInAnyOrder("For itself", "In a function");
  }
}
