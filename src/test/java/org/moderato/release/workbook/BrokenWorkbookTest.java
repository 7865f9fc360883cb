package org.moderato.release.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moderato.release.Problem;
import org.moderato.release.StrategyFiles;
import org.moderato.release.drools.RuleFiles;
import org.moderato.strategy.table.TableType;

/** Whatever is wrong with a workbook is said with its cell, and nothing else is said. */
class BrokenWorkbookTest {

  private static final String SAME_AS_ANOTHER = "MOD-TAB-019";

  /** A type that has a column of each type that a cell can hold, beside those that ship. */
  static final String EVERY_TYPE =
      """
      package moderato.test
      declare EveryType extends CountingRow
        @kind( "test" )
        text : String @optional
        whole : Integer @optional
        large : Long @optional
        number : Double @optional
        exact : BigDecimal @optional
        yes : Boolean @optional
        day : LocalDate @optional
        time : LocalTime @optional
        zone : ZoneId @optional
        words : List @optional
        span : Span @optional
        range : TimeRange @optional
        days : Days @optional
        wait : Waiting @optional
        measure : Measure @optional
      end
      """;

  static final List<TableType> TYPES = types();

  private static List<TableType> types() {
    SortedMap<String, byte[]> rules = new TreeMap<>(StrategyFiles.readFrom(Path.of(".")).rules());
    rules.put("rules/every-type.drl", EVERY_TYPE.getBytes(StandardCharsets.UTF_8));
    return RuleFiles.read(rules).types();
  }

  static Stream<BrokenWorkbook> broken() {
    return Stream.of("headers.txt", "cells.txt", "sheets.txt", "rule-tables.txt")
        .flatMap(file -> BrokenWorkbook.of(file).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void saysWhatIsWrong(BrokenWorkbook broken) {
    List<Problem> problems = new WorkbookReader().read(broken.workbooks(), TYPES).problems();

    assertThat(problems)
        .as(problems.toString())
        .extracting(BrokenWorkbookTest::place)
        .containsExactlyElementsOf(
            broken.expected().stream().map(BrokenWorkbook.Expected::place).toList());
    for (int i = 0; i < problems.size(); i++) {
      BrokenWorkbook.Expected expected = broken.expected().get(i);
      assertThat(problems.get(i).message()).contains(expected.words());
      assertThat(String.valueOf(problems.get(i).hint())).contains(expected.hint());
    }
  }

  private static String place(Problem p) {
    String sheet = p.sheet() == null ? "" : ":" + p.sheet();
    return p.file() + sheet + (p.cell() == null ? "" : "!" + p.cell()) + " " + p.code();
  }

  /** What holds for all workbooks would change what is wrong with the others. */
  @Test
  void saysWhatIsWrongWithAllWorkbooksAtOnce() {
    SortedMap<String, byte[]> workbooks = new TreeMap<>();
    List<String> expected = new ArrayList<>();
    List<BrokenWorkbook> broken = broken().filter(BrokenWorkbook::speaksForItself).toList();
    for (BrokenWorkbook one : broken) {
      String prefix = broken.indexOf(one) + "/";
      one.workbooks().forEach((file, bytes) -> workbooks.put(prefix + file, bytes));
      one.expected().forEach(e -> expected.add(prefix + e.place()));
    }
    // Of like rows in all of them only the first one has nobody before it.
    expected.removeIf(place -> place.endsWith(SAME_AS_ANOTHER));

    List<Problem> problems = new WorkbookReader().read(workbooks, TYPES).problems();

    assertThat(broken).hasSizeGreaterThan(50);
    assertThat(problems)
        .filteredOn(p -> !p.code().equals(SAME_AS_ANOTHER))
        .extracting(BrokenWorkbookTest::place)
        .containsExactlyInAnyOrderElementsOf(expected);
  }
}
