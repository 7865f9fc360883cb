package org.moderato.release.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule files as other programs write them. */
class OddRuleFilesTest {

  private static final String CAP =
      """
      declare Cap extends CountingRow
        @kind( "cap" )
        atMost : Integer
      end
      rule "cap" when
        $m : Message()
        $cap : Cap() from policies.matching("Cap", $m)
      then
        verdict.supress($cap, null, "no");
      end
      """;

  @Test
  void aByteOrderMarkIsNoText() {
    String good = TestRules.HEAD + CAP.replace("supress", "suppress").replace("null, ", "");

    assertThat(new TestRules().file("rules/test.drl", "\ufeff" + good).problems()).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreAnErrorOfTheirLine() {
    byte[] latin = (TestRules.HEAD + "// f\u00fcr\n").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(new TestRules().file("rules/test.drl", latin).problems())
        .containsExactly(
            "rules/test.drl!8: MOD-DRL-001 The line holds characters that are not UTF-8; save the file as UTF-8");
  }

  @Test
  void sixteenBitTextIsAnErrorToo() {
    byte[] utf16 = TestRules.HEAD.getBytes(StandardCharsets.UTF_16);

    assertThat(new TestRules().file("rules/test.drl", utf16).problems())
        .first()
        .asString()
        .startsWith("rules/test.drl!1: MOD-DRL-001 The line holds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "// nothing yet\n", "/* nothing\n yet */", "package x\n"})
  void aFileWithoutRulesIsNoError(String drl) {
    TestRules rules =
        TestRules.drl(CAP.replace("supress", "suppress").replace("null, ", ""))
            .file("rules/empty.drl", drl);

    assertThat(rules.problems()).isEmpty();
  }

  @Test
  void typesAndRulesMayHavePackagesOfTheirOwn() {
    TestRules rules =
        TestRules.drl(CAP.substring(0, CAP.indexOf("rule")))
            .file(
                "rules/other.drl",
                TestRules.HEAD.replace("moderato.test", "moderato.other")
                    + "import moderato.test.Cap\n"
                    + CAP.substring(CAP.indexOf("rule"))
                        .replace("supress", "suppress")
                        .replace("null, ", ""));

    assertThat(rules.problems()).isEmpty();
  }
}
