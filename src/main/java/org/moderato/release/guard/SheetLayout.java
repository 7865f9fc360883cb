package org.moderato.release.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.moderato.release.RuleSheet;
import org.moderato.release.RuleSheet.Cell;

/**
 * What each cell of a sheet with rule tables is for, exactly as Drools takes it. Whatever stands
 * outside a table counts as a property, wherever it stands: Drools looks for them below the rules,
 * too.
 */
public final class SheetLayout {

  private static final String TABLE = "ruletable";
  private static final int FIRST_RULE = 5;

  private final List<Place> places = new ArrayList<>();
  private final Map<Integer, String> types = new HashMap<>();
  private final Map<Integer, String> codes = new HashMap<>();
  private int table = -1;
  private boolean isInTable;
  private int headRow;
  private int headColumn;
  private int lastRule;

  private SheetLayout() {}

  /** What a cell is for. */
  public enum Role {
    PROPERTY,
    HEAD,
    TYPE,
    OBJECT,
    CODE,
    LABEL,
    DATA,
    /** For people: left of a table, or beside its head. */
    NOTE;

    /** Whether a change of it is a change of the program and not of its data. */
    public boolean isCode() {
      return this != LABEL && this != DATA && this != NOTE;
    }
  }

  /**
   * A cell and what it is for.
   *
   * @param table number of its table in the sheet, from 0; -1 above the first one
   * @param type of its column, such as {@code CONDITION}; empty outside of tables
   * @param code above it; empty if there is none
   */
  public record Place(Cell cell, Role role, int table, String type, String code) {

    /** How its text counts. */
    public String text() {
      return String.valueOf(cell.value()).strip();
    }
  }

  /** All cells that are not blank, row by row. */
  public static List<Place> of(RuleSheet sheet) {
    SheetLayout layout = new SheetLayout();
    sheet.cells().stream().filter(cell -> !isBlank(cell)).forEach(layout::add);
    return List.copyOf(layout.places);
  }

  private static boolean isBlank(Cell cell) {
    return String.valueOf(cell.value()).isBlank();
  }

  private void add(Cell cell) {
    String text = String.valueOf(cell.value()).trim();
    Role role = role(cell, text);
    int column = cell.column();
    if (role == Role.TYPE) {
      types.put(column, text);
    } else if (role == Role.CODE) {
      codes.put(column, text);
    }
    boolean isInside = role != Role.PROPERTY && role != Role.HEAD;
    String type = isInside ? types.getOrDefault(column, "") : "";
    String code = isInside ? codes.getOrDefault(column, "") : "";
    places.add(new Place(cell, role, table, type, code));
  }

  private Role role(Cell cell, String text) {
    boolean isBesideHead = isInTable && cell.row() == headRow;
    if (isBesideHead) {
      return Role.NOTE;
    }
    if (isHead(text)) {
      start(cell);
      return Role.HEAD;
    }
    if (!isInTable) {
      return Role.PROPERTY;
    }
    if (cell.column() < headColumn) {
      return Role.NOTE;
    }
    return switch (cell.row() - headRow) {
      case 1 -> Role.TYPE;
      case 2 -> Role.OBJECT;
      case 3 -> Role.CODE;
      case 4 -> Role.LABEL;
      default -> ofRules(cell);
    };
  }

  /** After a blank row there are no more rules. */
  private Role ofRules(Cell cell) {
    if (cell.row() - lastRule > 1) {
      isInTable = false;
      return Role.PROPERTY;
    }
    lastRule = Math.max(lastRule, cell.row());
    return Role.DATA;
  }

  private void start(Cell head) {
    table++;
    isInTable = true;
    headRow = head.row();
    headColumn = head.column();
    lastRule = headRow + FIRST_RULE;
    types.clear();
    codes.clear();
  }

  private static boolean isHead(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.equals(TABLE) || lower.startsWith(TABLE + " ");
  }
}
