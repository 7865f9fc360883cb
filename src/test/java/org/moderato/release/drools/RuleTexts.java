package org.moderato.release.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.moderato.release.RuleSheet;
import org.moderato.release.RuleSheet.Cell;

/** Sheets with rule tables, without a workbook around them. */
final class RuleTexts {

  private static final String FILE = "decision-tables/cells.xlsx";

  private RuleTexts() {}

  /** A sheet from lines of cells with {@code ¦} between; {@code ↵} is a new line inside a cell. */
  static RuleSheet sheet(String text) {
    List<Cell> cells = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    for (int row = 0; row < lines.length; row++) {
      String[] values = lines[row].split("¦", -1);
      for (int column = 0; column < values.length; column++) {
        if (!values[column].isBlank()) {
          String value = values[column].replace("↵", "\n");
          cells.add(new Cell(row, column, value, RuleSheet.NOT_MERGED));
        }
      }
    }
    return new RuleSheet(FILE, "Cells", cells);
  }

  static Compiled compile(RuleSheet sheet, Layers layers) {
    DeclaredTypes none = RuleFiles.read(new TreeMap<>());
    return new RuleCompiler(Optional.empty(), layers.on())
        .compile(new TreeMap<>(), List.of(sheet), none);
  }
}
