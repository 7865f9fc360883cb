package org.moderato.release.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.moderato.release.Problem;

/** A file that is no good workbook is told what is wrong with it, and no other one suffers. */
class BrokenFileTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String WORKBOOK = "xl/workbook.xml";

  /** Each entity twice the one before: a gigabyte in the end. */
  private static final String LAUGHS =
      "<!ENTITY e0 \"ha\">"
          + IntStream.range(1, 30)
              .mapToObj(i -> "<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1))
              .collect(Collectors.joining())
          + "<!ENTITY e \"&e29;\">";

  private static final String SPY = "<!ENTITY e SYSTEM \"file:///etc/hostname\">";

  private static TestWorkbooks caps(String rows) {
    return new TestWorkbooks().sheet("Frequency cap", "Topic | Window | At most\n" + rows);
  }

  private static TestArchives good() {
    return new TestArchives(caps("email | 7 days | 3").bytes());
  }

  static Stream<Arguments> files() throws Exception {
    return Stream.of(
        file("zero bytes", new byte[0], "MOD-XLS-001", "no .xlsx workbook", "Save it as"),
        file(
            "text", "Channel;Window\n".getBytes(StandardCharsets.UTF_8), "MOD-XLS-001", "no", "Sa"),
        file("half a file", good().half(), "MOD-XLS-001", "damaged", "save it again"),
        file("two files in one", good().twice(), "MOD-XLS-001", "damaged", "save it again"),
        file("a flipped bit", good().withAFlippedBit(), "MOD-XLS-001", "damaged", "save it again"),
        file("old", TestArchives.oldFormat(), "MOD-XLS-005", "old .xls format", "workbook (.xlsx)"),
        file("encrypted", good().encrypted(), "MOD-XLS-003", "password", "without password"),
        file(
            "an archive of nothing", TestArchives.zip(Map.of()), "MOD-XLS-001", "no .xlsx", "Save"),
        file("another archive", TestArchives.zip(Map.of("a", new byte[1])), "MOD-XLS-001", "", ""),
        file("no sheets", withoutSheets(), "MOD-XLS-001", "no sheets", "Add"),
        file("a lost sheet", good().without(SHEET), "MOD-XLS-001", "damaged", "save it again"),
        file("strict", strict(), "MOD-XLS-001", "Strict Open XML", "Excel workbook (.xlsx)"),
        file("macros", good().with("xl/vbaProject.bin"), "MOD-XLS-004", "macros", "without macros"),
        file("an object", good().with("xl/embeddings/a.bin"), "MOD-XLS-004", "embedded", "Delete"),
        file("links", good().with("xl/externalLinks/e.xml"), "MOD-XLS-004", "refers to", "break"),
        file("a way out", good().with("../a.xml"), "MOD-XLS-001", "damaged", "save it again"),
        file("a bomb", good().with(new byte[60 << 20], "xl/a.xml"), "MOD-XLS-002", "20 MB", "Div"),
        file("a bomb in parts", bombs(), "MOD-XLS-002", "50 MB", "Divide"),
        file("macros by type", types("macroEnabled"), "MOD-XLS-004", "macros", "without macros"),
        file("macros, capitals", good().with("xl/VBAProject.BIN"), "MOD-XLS-004", "macros", "out"),
        file("macros under a name", relation("vbaProject", "x.dat"), "MOD-XLS-004", "macros", ""),
        file("an object by type", relation("oleObject", "x.dat"), "MOD-XLS-004", "embedded", "Del"),
        file("a link by type", relation("externalLink", "x.xml"), "MOD-XLS-004", "refers", "break"),
        file("a picture from afar", outside(), "MOD-XLS-004", "refers to", "break"),
        file("a document type", doctype(), "MOD-XLS-001", "damaged", "save it again"),
        file("one in 16 bits", wideDoctype(), "MOD-XLS-001", "damaged", "save it again"),
        file("an absolute way", good().with("/etc/a.xml"), "MOD-XLS-001", "damaged", "again"),
        file("a way of Windows", good().with("xl\\..\\a"), "MOD-XLS-001", "damaged", "again"),
        file("a drive", good().with("c:a.xml"), "MOD-XLS-001", "damaged", "again"),
        file("capitals only", good().with("XL/Workbook.xml"), "MOD-XLS-001", "damaged", "again"),
        file("a false directory", falseDirectory(), "MOD-XLS-001", "damaged", "save it again"),
        file("noise", good().with(TestArchives.noise(6 << 20), "a"), "MOD-XLS-002", "5 MB", "Div"),
        file("many parts", good().with(parts()), "MOD-XLS-002", "200 parts", "Divide"),
        file("many sheets", sheets(), "MOD-XLS-002", "20 sheets", "Divide"),
        file("laughs", entities(LAUGHS), "MOD-XLS-001", "damaged", "save it again"),
        file("a spy", entities(SPY), "MOD-XLS-001", "damaged", "save it again"),
        file("no such text", sheet("<v>0</v>", "<v>99</v>"), "MOD-XLS-001", "damaged", "again"),
        file("no number", sheet("<v>3.0</v>", "<v>x</v>"), "MOD-XLS-001", "damaged", "again"));
  }

  private static Arguments file(String name, byte[] bytes, String code, String words, String hint) {
    return Arguments.of(name, bytes, code, words, hint);
  }

  private static byte[] sheet(String good, String bad) {
    return good().change(SHEET, xml -> xml.replace(good, bad));
  }

  private static byte[] withoutSheets() {
    return good().change(WORKBOOK, xml -> xml.replaceAll("<sheets>.*</sheets>", "<sheets/>"));
  }

  private static byte[] strict() {
    String transitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    return good().change("_rels/.rels", xml -> xml.replace(transitional, strict));
  }

  private static byte[] entities(String entities) {
    return good()
        .change(
            "xl/sharedStrings.xml",
            xml ->
                xml.replaceFirst("<sst", "<!DOCTYPE sst [" + entities + "]><sst")
                    .replaceFirst("<t>[^<]*", "<t>&e;"));
  }

  private static byte[] bombs() {
    return good().with(new byte[18 << 20], "xl/a.xml", "xl/b.xml", "xl/c.xml");
  }

  private static byte[] types(String type) {
    return good()
        .change(
            "[Content_Types].xml", xml -> xml.replace("sheet.main+xml", "sheet." + type + "+xml"));
  }

  private static byte[] relation(String type, String target) {
    String relation =
        "<Relationship Id=\"rIdX\" Type=\"http://schemas.openxmlformats.org/x/%s\" Target=\"%s\"/>"
            .formatted(type, target);
    return relations(relation);
  }

  private static byte[] outside() {
    return relations(
        "<Relationship Id=\"rIdX\" Type=\"http://schemas.openxmlformats.org/x/image\""
            + " Target=\"http://127.0.0.1/a.png\" TargetMode=\"External\"/>");
  }

  private static byte[] relations(String more) {
    return good()
        .change(
            "xl/_rels/workbook.xml.rels",
            xml -> xml.replace("</Relationships>", more + "</Relationships>"));
  }

  private static byte[] doctype() {
    String comments = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>";
    return good().with(comments.getBytes(StandardCharsets.UTF_8), "xl/comments1.xml");
  }

  private static byte[] wideDoctype() {
    byte[] wide = "<!DOCTYPE a []><a/>".getBytes(StandardCharsets.UTF_16);
    return good().with(wide, "customXml/item1.xml");
  }

  /** The directory at the end has another name than the entry itself. */
  private static byte[] falseDirectory() {
    byte[] bytes = good().with("xl/aaaa.xml");
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    int last = latin.lastIndexOf("xl/aaaa.xml");
    bytes[last + 3] = 'b';
    return bytes;
  }

  private static String[] parts() {
    return IntStream.range(0, 250).mapToObj(i -> "xl/part" + i + ".xml").toArray(String[]::new);
  }

  private static byte[] sheets() {
    TestWorkbooks workbook = new TestWorkbooks();
    IntStream.range(0, 21).forEach(i -> workbook.sheet("_" + i, "x"));
    return workbook.bytes();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void isAnErrorOfThatFile(String name, byte[] bytes, String code, String words, String hint) {
    byte[] other = caps("email | 7 dayz | 3").bytes();

    List<Problem> problems = read(Map.of("bad.xlsx", bytes, "other.xlsx", other));

    assertThat(problems).extracting(Problem::file).containsExactly("bad.xlsx", "other.xlsx");
    assertThat(problems).extracting(Problem::code).containsExactly(code, "MOD-TAB-006");
    assertThat(problems.get(0).message()).contains(words);
    assertThat(problems.get(0).hint()).contains(hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"none\"", ";;;", "\"30\"", "\\3\\0", "0\"0\"", "\"3\";\"3\""})
  void aFormatThatShowsAnotherValueIsAnError(String format) {
    assertThat(problems(formatted(format))).containsExactly("MOD-XLS-007 C2 ERROR");
  }

  @ParameterizedTest
  @ValueSource(strings = {"General", "0", "0.00", "#,##0", "0 \"a week\"", "\"$\"#,##0", "0;-0"})
  void aFormatThatShowsTheValueIsNone(String format) {
    assertThat(problems(formatted(format))).isEmpty();
  }

  private static TestWorkbooks formatted(String format) {
    return caps("email | 7 days | 3")
        .with(
            workbook -> {
              CellStyle style = workbook.createCellStyle();
              style.setDataFormat(workbook.createDataFormat().getFormat(format));
              workbook.getSheetAt(0).getRow(1).getCell(2).setCellStyle(style);
            });
  }

  private static List<Problem> read(Map<String, byte[]> workbooks) {
    return assertTimeoutPreemptively(
        PATIENCE,
        () ->
            new WorkbookReader()
                .read(new TreeMap<>(workbooks), BrokenWorkbookTest.TYPES)
                .problems());
  }

  private static List<String> problems(TestWorkbooks workbook) {
    return read(Map.of("test.xlsx", workbook.bytes())).stream()
        .map(p -> p.code() + " " + p.cell() + " " + p.severity())
        .toList();
  }

  @Test
  void hasLimitsForRowsColumnsAndText() {
    assertThat(read(Map.of("test.xlsx", rows(200_000))))
        .extracting(Problem::code, Problem::cell)
        .contains(tuple("MOD-XLS-002", "A50001"));
    assertThat(problems(caps("a | 7 days | 3" + "|".repeat(100) + "x")))
        .containsExactly("MOD-XLS-002 CY2 ERROR");
    String longText = "<c r=\"D2\" t=\"inlineStr\"><is><t>" + "x".repeat(32_768) + "</t></is></c>";
    assertThat(
            read(Map.of("test.xlsx", sheet("</row></sheetData>", longText + "</row></sheetData>"))))
        .extracting(Problem::code, Problem::cell)
        .containsExactly(tuple("MOD-TAB-017", "D1"), tuple("MOD-XLS-002", "D2"));
  }

  /** A sheet whose rows 3 and below hold a number. */
  private static byte[] rows(int last) {
    String rows =
        IntStream.rangeClosed(3, last)
            .mapToObj(row -> "<row r=\"%d\"><c r=\"A%d\"><v>1</v></c></row>".formatted(row, row))
            .collect(Collectors.joining());
    return sheet("</sheetData>", rows + "</sheetData>");
  }

  /** Else a few of them, shared by many cells, would fill the memory with messages. */
  @Test
  void repeatsNoLongText() {
    String row = "x".repeat(30_000) + " | " + "y".repeat(30_000) + " | 3\n";

    List<Problem> problems = read(Map.of("test.xlsx", caps(row.repeat(100)).bytes()));

    assertThat(problems).extracting(Problem::code).containsOnly("MOD-TAB-006");
    assertThat(problems).allMatch(problem -> problem.message().length() < 500);
  }

  @Test
  void warningsAloneNeverBecomeAnError() {
    List<String> problems = problems(caps("a | 7 days | 3\n".repeat(1_500)));

    assertThat(problems).hasSize(1_000).noneMatch(problem -> problem.endsWith("ERROR"));
  }

  @Test
  void warningsDoNotHideErrors() {
    assertThat(problems(caps("a | 7 days | 3\n".repeat(1_500) + "a | 7 dayz | 3")))
        .contains("MOD-TAB-006 B1502 ERROR");
  }

  /** Whatever comes of bytes changed at random, nobody throws or waits for ever. */
  @Test
  void survivesAnyBytes() {
    Random random = new Random(42);
    byte[] other = caps("email | 7 dayz | 3").bytes();
    TestArchives good = good();
    for (int i = 0; i < 300; i++) {
      byte[] bad = good.withSomeBytesChanged(random);

      assertThat(read(Map.of("bad.xlsx", bad, "other.xlsx", other)))
          .extracting(Problem::file)
          .contains("other.xlsx");
    }
  }
}
