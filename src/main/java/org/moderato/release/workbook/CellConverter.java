package org.moderato.release.workbook;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.jspecify.annotations.Nullable;

/** Turns what stands in a sheet's file for a cell into its value. */
final class CellConverter {

  private final List<String> strings;
  private final @Nullable StylesTable styles;
  private final boolean startsIn1904;
  private final Map<String, Boolean> dateStyles = new HashMap<>();
  private final Map<String, Boolean> struckStyles = new HashMap<>();
  private final Map<String, Boolean> disguisedStyles = new HashMap<>();

  CellConverter(List<String> strings, @Nullable StylesTable styles, boolean startsIn1904) {
    this.strings = strings;
    this.styles = styles;
    this.startsIn1904 = startsIn1904;
  }

  /** A cell as it stands in the file. */
  static final class Raw {

    private final String type;
    private final @Nullable String style;
    private final StringBuilder inline = new StringBuilder();
    private @Nullable String formula;
    private @Nullable String value;

    /**
     * @param type how its value is written; null: as a number
     * @param style number of its style; null: none
     */
    Raw(@Nullable String type, @Nullable String style) {
      this.type = type == null ? "n" : type;
      this.style = style;
    }

    void add(String element, String text) {
      switch (element) {
        case "f" -> formula = text;
        case "v" -> value = text;
        default -> inline.append(text);
      }
    }
  }

  GridCell convert(int row, int column, Raw raw) {
    if (raw.formula != null) {
      return new GridCell(row, column, GridCell.Kind.FORMULA, "=" + raw.formula);
    }
    if (raw.type.equals("inlineStr")) {
      return text(row, column, raw.inline.toString());
    }
    String value = raw.value;
    if (value == null || value.isEmpty()) {
      return GridCell.blank(row, column);
    }
    return switch (raw.type) {
      case "s" -> text(row, column, strings.get(Integer.parseInt(value)));
      case "str" -> text(row, column, value);
      case "b" -> new GridCell(row, column, GridCell.Kind.BOOLEAN, value.equals("1"));
      case "e" -> new GridCell(row, column, GridCell.Kind.ERROR, value);
      case "d" -> new GridCell(row, column, GridCell.Kind.DATE, isoDate(value));
      default -> number(row, column, Double.parseDouble(value), raw.style);
    };
  }

  /** No-break spaces come along when people copy cells; they mean blanks. */
  private static GridCell text(int row, int column, String text) {
    String tidy = text.replace('\u00a0', ' ').replace('\u202f', ' ').strip();
    return tidy.isEmpty()
        ? GridCell.blank(row, column)
        : new GridCell(row, column, GridCell.Kind.TEXT, tidy);
  }

  private GridCell number(int row, int column, double value, @Nullable String style) {
    boolean isDate = style != null && dateStyles.computeIfAbsent(style, this::isDateStyle);
    LocalDateTime date =
        isDate && DateUtil.isValidExcelDate(value)
            ? DateUtil.getLocalDateTime(value, startsIn1904, true)
            : null;
    return date == null
        ? new GridCell(row, column, GridCell.Kind.NUMBER, value)
        : new GridCell(row, column, GridCell.Kind.DATE, date);
  }

  /** Whether a cell is shown with a line through it. */
  boolean isStruck(Raw raw) {
    return raw.style != null && struckStyles.computeIfAbsent(raw.style, this::isStruckStyle);
  }

  /** Whether a number is shown as something else than it is. */
  boolean isDisguised(Raw raw) {
    return raw.type.equals("n")
        && raw.style != null
        && disguisedStyles.computeIfAbsent(raw.style, this::isDisguisedStyle);
  }

  private boolean isDisguisedStyle(String style) {
    XSSFCellStyle known = style(style);
    String format = known == null ? null : known.getDataFormatString();
    return format != null && NumberFormats.isDisguise(format);
  }

  private boolean isStruckStyle(String style) {
    XSSFCellStyle known = style(style);
    return known != null && known.getFont().getStrikeout();
  }

  private @Nullable XSSFCellStyle style(String style) {
    return styles == null ? null : styles.getStyleAt(Integer.parseInt(style));
  }

  private boolean isDateStyle(String style) {
    XSSFCellStyle known = style(style);
    return known != null
        && DateUtil.isADateFormat(known.getDataFormat(), known.getDataFormatString());
  }

  private static LocalDateTime isoDate(String value) {
    String tidy = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
    return LocalDateTime.parse(tidy.contains("T") ? tidy : tidy + "T00:00");
  }
}
