package org.moderato.release.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads lists as people write them into a cell: {@code a, "b, c", d}. Quotes stand around an item
 * that holds a comma.
 */
final class CellLists {

  private final String text;
  private final List<String> items = new ArrayList<>();
  private final StringBuilder item = new StringBuilder();
  private boolean isQuoted;
  private boolean wasQuoted;

  private CellLists(String text) {
    this.text = text;
  }

  /**
   * The items as they were written, at least one.
   *
   * @throws IllegalArgumentException with words for the person at the cell
   */
  static List<String> list(String text) {
    return new CellLists(text).read();
  }

  private List<String> read() {
    for (char c : text.toCharArray()) {
      read(c);
    }
    if (isQuoted) {
      throw wrong("lacks a quotation mark");
    }
    endItem();
    return items;
  }

  private void read(char c) {
    if (c == '"') {
      quote();
    } else if (c == ',' && !isQuoted) {
      endItem();
    } else if ((c == ';' || c == '\n') && !isQuoted) {
      throw wrong("is no list; write commas between the words");
    } else if (wasQuoted && !isQuoted && !Character.isWhitespace(c)) {
      throw wrong("goes on after a quotation mark; write a comma first");
    } else {
      item.append(c);
    }
  }

  private void quote() {
    if (!isQuoted && !item.toString().isBlank()) {
      throw wrong("has a quotation mark inside a word; quotes stand around a whole word");
    }
    isQuoted = !isQuoted;
    wasQuoted = true;
  }

  private void endItem() {
    String tidy = item.toString().strip();
    if (tidy.isEmpty()) {
      throw wrong("lacks a word beside a comma; write words such as a, b");
    }
    if (!wasQuoted && tidy.toLowerCase(Locale.ROOT).startsWith("not ")) {
      throw wrong("has \"not\" inside; it stands once, at the beginning, such as not a, b");
    }
    items.add(tidy);
    item.setLength(0);
    wasQuoted = false;
  }

  private IllegalArgumentException wrong(String how) {
    return new IllegalArgumentException("\"" + text + "\" " + how);
  }
}
