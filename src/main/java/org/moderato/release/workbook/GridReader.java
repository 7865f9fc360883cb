package org.moderato.release.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.ContentHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the bytes of a workbook into grids, within limits. */
final class GridReader {

  private static final int MAX_SHEETS = 20;

  static {
    ZipSecureFile.setMaxEntrySize(PackageCheck.MAX_UNPACKED);
    ZipSecureFile.setMaxFileCount(PackageCheck.MAX_ENTRIES);
  }

  private final Problems problems;

  GridReader(Problems problems) {
    this.problems = problems;
  }

  /** The sheets of a workbook; none, and a problem, if it cannot be read. */
  List<SheetGrid> read(String file, byte[] bytes) {
    Optional<PackageCheck.Refusal> refusal = PackageCheck.check(bytes);
    if (refusal.isPresent()) {
      report(file, refusal.get());
      return List.of();
    }
    // A table of many like rows shrinks more than POI allows, and Drools sets this value, too;
    // what matters is the unpacked size, which has been checked.
    ZipSecureFile.setMinInflateRatio(0);
    try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(bytes))) {
      return sheets(file, new XSSFReader(opened));
    } catch (IOException
        | OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | RuntimeException e) {
      report(file, PackageCheck.Refusal.damaged());
      return List.of();
    }
  }

  private void report(String file, PackageCheck.Refusal refusal) {
    problems.ofFile(refusal.code(), file, refusal.message(), refusal.hint());
  }

  private List<SheetGrid> sheets(String file, XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    BookHandler book = new BookHandler();
    try (InputStream stream = reader.getWorkbookData()) {
      parse(stream, book);
    }
    if (book.sheets == 0) {
      problems.ofFile("MOD-XLS-001", file, "The workbook has no sheets", "Add one, or delete it");
    }
    if (book.sheets > MAX_SHEETS) {
      String message = "The workbook has more than 20 sheets";
      problems.ofFile("MOD-XLS-002", file, message, "Divide it into several");
      return List.of();
    }
    CellConverter converter =
        new CellConverter(strings(reader), reader.getStylesTable(), book.startsIn1904);
    List<SheetGrid> sheets = new ArrayList<>();
    XSSFReader.SheetIterator streams = reader.getSheetIterator();
    while (streams.hasNext()) {
      try (InputStream stream = streams.next()) {
        SheetContentHandler content = new SheetContentHandler(converter);
        parse(stream, content);
        String name = streams.getSheetName();
        SheetGrid sheet = content.grid(file, name, book.hidden.contains(name));
        checkLimits(sheet, content);
        sheets.add(sheet);
      }
    }
    return sheets;
  }

  private static List<String> strings(XSSFReader reader)
      throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
    SharedStringsHandler strings = new SharedStringsHandler();
    try (InputStream stream = reader.getSharedStringsData()) {
      if (stream != null) {
        parse(stream, strings);
      }
    }
    return strings.strings();
  }

  private static void parse(InputStream stream, ContentHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    XMLReader parser = XMLHelper.newXMLReader();
    parser.setContentHandler(handler);
    parser.parse(new InputSource(stream));
  }

  private void checkLimits(SheetGrid sheet, SheetContentHandler content) {
    reportLimit(sheet, content.beyondRows(), "The sheet has more than 50,000 rows");
    reportLimit(sheet, content.beyondColumns(), "The sheet has more than 100 columns");
    for (GridCell cell : content.tooLong()) {
      reportLimit(sheet, cell, "The cell holds more than 32,767 characters");
    }
    for (GridCell cell : content.disguised()) {
      String message = "The cell holds " + cell.text() + ", but its format shows something else";
      problems.error("MOD-XLS-007", sheet, cell, message, "Give it the format General");
    }
  }

  private void reportLimit(SheetGrid sheet, @Nullable GridCell cell, String message) {
    if (cell != null) {
      problems.error("MOD-XLS-002", sheet, cell, message, "Delete or shorten what stands there");
    }
  }

  /** Takes in what the workbook says of itself and of its sheets. */
  private static final class BookHandler extends DefaultHandler {

    private final Set<String> hidden = new HashSet<>();
    private boolean startsIn1904;
    private int sheets;

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      if (name.equals("workbookPr")) {
        String date1904 = attributes.getValue("date1904");
        startsIn1904 = "1".equals(date1904) || "true".equals(date1904);
      }
      if (name.equals("sheet")) {
        sheets++;
        String state = attributes.getValue("state");
        if (state != null && !state.equals("visible")) {
          hidden.add(attributes.getValue("name"));
        }
      }
    }
  }
}
