package org.moderato.release.check.logic;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderato.release.Problem;
import org.moderato.release.StrategyFiles;
import org.moderato.release.StrategyLoader;
import org.moderato.release.check.CheckPipeline;
import org.moderato.release.check.CheckReport;
import org.moderato.release.workbook.TestWorkbooks;

/** What the check of table logic says of a small strategy with the shipped rules. */
final class Checked {

  /** The day on which the tests take place. */
  static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T10:00:00Z"), ZoneOffset.UTC);

  private static final StrategyLoader LOADER = StrategyLoader.standalone();
  private static final String WORDS =
      """
      Channel | Category  | Department | Country | Situation
      email   | promotion | marketing  | DE      | complaint
      sms     | bill      | billing    | FR      | outage
      """;

  static {
    // Keeps the shipped rules compiled from one strategy to the next.
    LOADER.load(files(new TestWorkbooks(), Map.of()));
  }

  private Checked() {}

  /** What is said of one sheet, but for gaps and rules without rows, which small tables have. */
  static List<String> sheet(String name, String lines) {
    return rows(new TestWorkbooks().sheet(name, lines));
  }

  /** The same of several sheets. */
  static List<String> rows(TestWorkbooks workbook) {
    return problems(workbook, Map.of()).stream()
        .filter(problem -> !problem.code().matches("MOD-LOG-01[46]"))
        .map(Problem::toString)
        .toList();
  }

  /** Only what is said of gaps. */
  static List<String> gaps(TestWorkbooks workbook) {
    return problems(workbook, Map.of()).stream()
        .filter(problem -> problem.code().equals("MOD-LOG-014"))
        .map(Problem::toString)
        .toList();
  }

  /**
   * All problems.
   *
   * @param rules further rule files
   */
  static List<Problem> problems(TestWorkbooks workbook, Map<String, String> rules) {
    CheckReport report =
        new CheckPipeline(LOADER, List.of(new TableLogicCheck(CLOCK)), CLOCK)
            .check(files(workbook, rules), Optional.empty());
    if (!report.loads()) {
      throw new AssertionError(report.problems());
    }
    return report.problems();
  }

  private static StrategyFiles files(TestWorkbooks workbook, Map<String, String> rules) {
    SortedMap<String, byte[]> files = new TreeMap<>(StrategyFiles.readFrom(Path.of(".")).rules());
    rules.forEach((file, text) -> files.put(file, text.getBytes(StandardCharsets.UTF_8)));
    files.put("decision-tables/test.xlsx", workbook.sheet("Vocabularies", WORDS).bytes());
    return new StrategyFiles(files);
  }
}
