package org.moderato.release.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.Attribute;
import org.moderato.strategy.table.TableType;

/** Reads the sheets {@code Attributes}: what match columns there are beside the built-in ones. */
final class AttributeSheets {

  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_ -]{0,63}");

  private final Problems problems;
  private final Map<String, Attribute> attributes = new HashMap<>(Attribute.BUILT_IN);

  /** Titles of tables by the keys of their own columns. */
  private final Map<String, String> columns = new HashMap<>();

  AttributeSheets(List<TableType> types, Problems problems) {
    this.problems = problems;
    for (TableType type : types) {
      HeaderReader.fields(type).forEach(f -> columns.putIfAbsent(Names.key(f), type.title()));
    }
  }

  void read(SheetGrid sheet) {
    SimpleTable table = new SimpleTable(sheet, List.of("Name", "Of", "Type"), List.of(), problems);
    for (int row : table.rows("Name")) {
      boolean isFilled =
          table.isFilled(row, "Name") & table.isFilled(row, "Of") & table.isFilled(row, "Type");
      if (isFilled && isGoodName(sheet, table.cell(row, "Name"))) {
        read(sheet, table, row);
      }
    }
  }

  private boolean isGoodName(SheetGrid sheet, GridCell name) {
    if (!NAME.matcher(name.text()).matches()) {
      String message = "\"" + name.text() + "\" cannot be the name of an attribute";
      String hint = "Use letters, digits, blanks and - _, at most 64, a letter first";
      problems.error("MOD-ATT-001", sheet, name, message, hint);
      return false;
    }
    String key = Names.key(name.text());
    boolean isUniversal = Column.Universal.named(key).isPresent();
    if (isUniversal || columns.containsKey(key)) {
      String where = isUniversal ? "every table" : "the table " + columns.get(key);
      String message = "\"" + name.text() + "\" is a column of " + where + " already";
      problems.error("MOD-ATT-002", sheet, name, message, "Choose another name");
      return false;
    }
    return true;
  }

  private void read(SheetGrid sheet, SimpleTable table, int row) {
    Attribute.Owner owner = constant(sheet, table.cell(row, "Of"), Attribute.Owner.class);
    Attribute.Type type = constant(sheet, table.cell(row, "Type"), Attribute.Type.class);
    if (owner == null || type == null) {
      return;
    }
    GridCell name = table.cell(row, "Name");
    Attribute attribute = new Attribute(name.text(), owner, type);
    Attribute before = attributes.putIfAbsent(attribute.key(), attribute);
    if (before != null && (before.owner() != owner || before.type() != type)) {
      String message =
          "The attribute \"" + name.text() + "\" is known already, and as something else";
      problems.error("MOD-ATT-002", sheet, name, message, "Choose another name, or delete the row");
    }
  }

  private <E extends Enum<E>> @Nullable E constant(SheetGrid sheet, GridCell cell, Class<E> type) {
    try {
      return type.cast(CellValues.read(cell, type));
    } catch (IllegalArgumentException e) {
      problems.error("MOD-TAB-006", sheet, cell, String.valueOf(e.getMessage()), null);
      return null;
    }
  }

  /** All attributes by key, built-in ones included. */
  Map<String, Attribute> attributes() {
    return attributes;
  }
}
