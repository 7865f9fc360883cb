package org.moderato.release.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a rule file is said with its line. */
class RuleErrorsTest {

  static Stream<Arguments> errors() {
    return Stream.of(
        // conditions
        error(
            "Message( chanel == \"sms\" )",
            "verdict.suppress(\"no\");",
            "!11: MOD-DRL-010 chanel == \"sms\" is not understood: there is no such field or method"),
        error(
            "Mesage()",
            "verdict.suppress(\"no\");",
            "!11: MOD-DRL-010 There is no type Mesage; is an import missing?"),
        error(
            "Message( step == \"four\" )",
            "verdict.suppress(\"no\");",
            "!11: MOD-DRL-010 \"four\" is not a number"),
        error(
            "$m : Message() Customer( hasOptedIn($m) )",
            "verdict.suppress(\"no\");",
            "!11: MOD-DRL-010 Customer has no method hasOptedIn(Message)"),
        error(
            "Message( channel == )",
            "verdict.suppress(\"no\");",
            "!11: MOD-DRL-001 Not understood: no viable alternative at input ')' in rule \"rule\""),
        // consequences
        error(
            "Message()",
            "verdict.supress(\"no\");",
            "!13: MOD-DRL-010 The method supress(String) is undefined for the type VerdictBuilder"),
        error("Message()", "verdict.suppress($m);", "!13: MOD-DRL-010 There is no $m"),
        error(
            "Message()",
            "verdict.suppress(\"no\";",
            "!13: MOD-DRL-010 What stands after \"then\" is not understood from \";\""),
        error("Message()", "verdikt.suppress(\"no\");", "!13: MOD-DRL-010 There is no verdikt"));
  }

  private static Arguments error(String when, String then, String problem) {
    return Arguments.of(when, then, problem);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("errors")
  void namesTheLine(String when, String then, String problem) {
    TestRules rules =
        TestRules.drl(
            """
            rule "rule"
            @kind( "test" )
            when
              %s
            then
              %s
            end
            """
                .formatted(when, then));

    assertThat(rules.problems()).containsExactly("rules/test.drl" + problem);
  }

  @Test
  void reportsEveryBadRuleOfEveryFileAtOnce() {
    TestRules rules =
        TestRules.drl(rule("one", "verdict.supress(\"no\");"))
            .file("rules/good.drl", TestRules.HEAD + rule("two", "verdict.suppress(\"no\");"))
            .file("rules/left.drl", TestRules.HEAD + "rule three when Mesage() then end")
            .file("rules/right.drl", TestRules.HEAD + rule("four", "verdict.supress(\"no\");"))
            .file("rules/syntax.drl", TestRules.HEAD + "rule five whn Message() then end");

    assertThat(rules.problems())
        .extracting(problem -> problem.replaceAll(": .*", ""))
        .containsExactlyInAnyOrder(
            "rules/test.drl!8", "rules/left.drl!8", "rules/right.drl!8", "rules/syntax.drl!8");
  }

  private static String rule(String name, String then) {
    return "rule \"%s\" @kind( \"test\" ) when Message() then %s end\n".formatted(name, then);
  }

  @Test
  void sparesGoodFilesThatDeclareTheTypesOfTheirRules() {
    TestRules rules =
        TestRules.drl(rule("bad", "verdict.supress(\"no\");"))
            .file(
                "rules/cap.drl",
                TestRules.HEAD
                    + """
                    declare Cap extends CountingRow
                      @kind( "cap" )
                      atMost : Integer
                    end

                    rule "Cap"
                    when
                      $m : Message()
                      $cap : Cap( atMost > 1 ) from policies.matching("Cap", $m)
                    then
                      verdict.suppress($cap, "no");
                    end
                    """);

    assertThat(rules.problems())
        .containsExactly(
            "rules/test.drl!8: MOD-DRL-010 The method supress(String) is undefined for the type"
                + " VerdictBuilder");
  }

  @Test
  void namesTheLaterOfTwoRulesOfOneName() {
    TestRules rules =
        TestRules.drl(rule("one", "verdict.suppress(\"a\");") + rule("one", ""))
            .file("rules/another.drl", "package moderato.other\nrule \"one\" when then end");

    assertThat(rules.problems())
        .containsExactly("rules/test.drl!9: MOD-DRL-010 There is another rule \"one\"");
  }

  @Test
  void namesTheLineOfAnImportAndOfADeclaration() {
    TestRules rules =
        TestRules.drl("import com.example.Nothing\n" + rule("one", "verdict.suppress(\"a\");"))
            .file(
                "rules/type.drl",
                TestRules.HEAD
                    + """
                    declare Cap extends CountingRow
                      @kind( "cap" )
                      atMost : Integer = "a"
                    end
                    """);

    assertThat(rules.problems())
        .containsExactlyInAnyOrder(
            "rules/test.drl!8: MOD-DRL-010 There is no Nothing",
            "rules/type.drl!8: MOD-DRL-010 Type mismatch: cannot convert from String to Integer");
  }
}
