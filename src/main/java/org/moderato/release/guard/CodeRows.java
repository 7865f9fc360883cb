package org.moderato.release.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.moderato.release.RuleSheet;

/**
 * The cells of rule tables that are program and not data: properties of the rule set, heads, types,
 * objects and code of columns. Only a rule author may change them.
 */
public final class CodeRows {

  private CodeRows() {}

  /**
   * Of code cells that differ, the one that somebody changed.
   *
   * @param file path of the workbook
   * @param sheet its sheet
   * @param cell such as {@code B8}; where it stands now or, if it was removed, where it stood
   * @param before empty: it is new
   * @param after empty: it was removed
   */
  public record Change(String file, String sheet, String cell, String before, String after) {}

  /** Where a code cell stands in its table; data rows above it don't count. */
  private record Key(String file, String sheet, int table, String place, int column)
      implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::file)
            .thenComparing(Key::sheet)
            .thenComparingInt(Key::table)
            .thenComparing(Key::place)
            .thenComparingInt(Key::column);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  private record Code(String cell, String text) {}

  /** SHA-256 over the code cells of a sheet; the same whatever its data. 64 hex digits. */
  public static String fingerprint(RuleSheet sheet) {
    MessageDigest digest = sha256();
    cells(List.of(sheet))
        .forEach(
            (key, code) -> {
              String place = key.table() + "\0" + key.place() + "\0" + key.column();
              String text = place + "\0" + code.text().length() + "\0" + code.text();
              digest.update(text.getBytes(StandardCharsets.UTF_8));
            });
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The code cells in which two strategies differ; none if only data, labels and notes do.
   *
   * @param active the sheets with rule tables in force
   * @param candidate those that somebody wants to put in force
   */
  public static List<Change> changed(List<RuleSheet> active, List<RuleSheet> candidate) {
    SortedMap<Key, Code> before = cells(active);
    SortedMap<Key, Code> after = cells(candidate);
    List<Change> changes = new ArrayList<>();
    after.forEach(
        (key, code) -> {
          Code known = before.getOrDefault(key, new Code(code.cell(), ""));
          if (!known.text().equals(code.text())) {
            changes.add(change(key, code.cell(), known.text(), code.text()));
          }
        });
    before.forEach(
        (key, code) -> {
          if (!after.containsKey(key)) {
            changes.add(change(key, code.cell(), code.text(), ""));
          }
        });
    return List.copyOf(changes);
  }

  private static Change change(Key key, String cell, String before, String after) {
    return new Change(key.file(), key.sheet(), cell, before, after);
  }

  private static SortedMap<Key, Code> cells(List<RuleSheet> sheets) {
    SortedMap<Key, Code> cells = new TreeMap<>();
    for (RuleSheet sheet : sheets) {
      Map<String, Integer> properties = new TreeMap<>();
      for (SheetLayout.Place place : SheetLayout.of(sheet)) {
        if (place.role().isCode()) {
          cells.put(key(sheet, place, properties), new Code(address(place), place.text()));
        }
      }
    }
    return cells;
  }

  /** Rows of properties count among themselves: rules above them come and go. */
  private static Key key(
      RuleSheet sheet, SheetLayout.Place place, Map<String, Integer> properties) {
    String where = place.role().name();
    if (place.role() == SheetLayout.Role.PROPERTY) {
      String row = place.table() + "/" + place.cell().row();
      properties.putIfAbsent(row, properties.size());
      where += String.format("%05d", properties.get(row));
    }
    return new Key(sheet.file(), sheet.sheet(), place.table(), where, place.cell().column());
  }

  private static String address(SheetLayout.Place place) {
    return new CellReference(place.cell().row(), place.cell().column()).formatAsString(false);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
