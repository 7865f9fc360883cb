package org.moderato.release.workbook;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.table.RowData;
import org.moderato.strategy.table.TableType;

/**
 * A row that has been read, and the cells at which checks between rows report.
 *
 * @param sheet where it stands
 * @param type the type of its table
 * @param id what a person named it; null if nobody did
 * @param idCell where its name stands, or else the row's first cell
 * @param overrides the rows that it switches off
 * @param overridesCell where they are named
 * @param data the row itself; empty if there is something wrong with it or it is not enabled
 */
record ReadRow(
    SheetGrid sheet,
    TableType type,
    @Nullable String id,
    GridCell idCell,
    List<String> overrides,
    GridCell overridesCell,
    Optional<RowData> data) {}
