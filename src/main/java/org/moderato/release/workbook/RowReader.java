package org.moderato.release.workbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moderato.strategy.Names;
import org.moderato.strategy.table.RowData;

/** Reads one row of a policy table. */
final class RowReader {

  private final PolicySheet.Context context;
  private final int row;
  private final RowDraft draft;

  RowReader(PolicySheet.Context context, int row) {
    this.context = context;
    this.row = row;
    this.draft = new RowDraft(context);
  }

  ReadRow read() {
    for (GridCell cell : context.sheet().rows().get(row).values()) {
      Column column = context.columns().get(cell.column());
      if (column != null) {
        readCell(column, cell);
      }
    }
    context.required().forEach(this::require);
    if (draft.endsBeforeItStarts()) {
      String message = "\"Valid to\" lies before \"Valid from\"";
      GridCell cell = cell(Column.Universal.VALID_TO);
      draft.wrong("MOD-TAB-013", cell, message, "Valid to is the last day, Valid from the first");
    }
    Optional<RowData> data =
        draft.isWrong() || !draft.isEnabled()
            ? Optional.empty()
            : Optional.of(new RowData(context.type(), draft.head(hash(), row), draft.values()));
    return new ReadRow(
        context.sheet(),
        context.type(),
        draft.id(),
        cell(Column.Universal.ID),
        draft.overrides(),
        cell(Column.Universal.OVERRIDES),
        data);
  }

  private void readCell(Column column, GridCell cell) {
    if (cell.kind() == GridCell.Kind.FORMULA) {
      draft.wrong("MOD-TAB-009", cell, SheetChecks.formula(cell), SheetChecks.FORMULA_HINT);
      return;
    }
    if (cell.kind() == GridCell.Kind.ERROR) {
      draft.wrong("MOD-TAB-010", cell, SheetChecks.failure(cell), SheetChecks.FAILURE_HINT);
      return;
    }
    Optional<Typography.Oddity> oddity =
        column.isProse() ? Optional.empty() : Typography.find(cell.text());
    if (oddity.isPresent()) {
      draft.wrong("MOD-TAB-020", cell, oddity.get().message(), oddity.get().hint());
      return;
    }
    try {
      column.read(cell, draft);
    } catch (IllegalArgumentException e) {
      draft.wrong("MOD-TAB-006", cell, String.valueOf(e.getMessage()), null);
    }
  }

  private void require(int column, String field) {
    GridCell cell = context.sheet().cell(row, column);
    if (cell.isBlank()) {
      String message = "\"" + HeaderReader.words(field) + "\" is blank";
      draft.wrong("MOD-TAB-005", cell, message, "Every row of this table needs a value here");
    }
  }

  /** The row's cell in a column; its first cell if there is no such column. */
  private GridCell cell(Column column) {
    return context.columns().entrySet().stream()
        .filter(known -> known.getValue().equals(column))
        .findFirst()
        .map(known -> context.sheet().cell(row, known.getKey()))
        .orElseGet(() -> context.sheet().cell(row, 0));
  }

  /** Names the row by what its cells say, so that it stays itself when it is moved. */
  private String hash() {
    SortedMap<String, String> cells = new TreeMap<>();
    for (Map.Entry<Integer, Column> column : context.columns().entrySet()) {
      GridCell cell = context.sheet().cell(row, column.getKey());
      if (!cell.isBlank()) {
        String header = context.sheet().cell(0, column.getKey()).text();
        cells.put(Names.key(header), cell.text());
      }
    }
    StringBuilder text = new StringBuilder(context.type().name());
    cells.forEach((header, value) -> text.append('\0').append(header).append('=').append(value));
    return HexFormat.of().formatHex(sha256(text.toString()), 0, 6);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
