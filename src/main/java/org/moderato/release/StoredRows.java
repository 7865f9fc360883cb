package org.moderato.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moderato.release.store.ReleaseStore;
import org.moderato.release.workbook.RowTexts;
import org.moderato.strategy.table.Source;

/** Rows and rules as they stood in a release, for whoever asks later why it said so. */
@ApplicationScoped
public class StoredRows {

  private final ReleaseStore releases;

  StoredRows(ReleaseStore releases) {
    this.releases = releases;
  }

  /** Those that are found; none if the release is no longer stored. */
  public List<StoredRow> of(String releaseId, Collection<Source> sources) {
    Optional<StrategyFiles> files = releases.files(releaseId);
    if (files.isEmpty()) {
      return List.of();
    }
    Map<String, RowTexts> workbooks = new HashMap<>();
    List<StoredRow> rows = new ArrayList<>();
    for (Source source : sources) {
      byte[] bytes = files.get().files().get(source.file());
      if (bytes != null) {
        rows.add(
            source.sheet() == null
                ? new StoredRow(source, Map.of(), rule(bytes, source.row()))
                : new StoredRow(
                    source,
                    workbooks
                        .computeIfAbsent(source.file(), file -> new RowTexts(file, bytes))
                        .cells(source),
                    null));
      }
    }
    return rows;
  }

  /** From its first line to the one that ends it. */
  private static String rule(byte[] file, int firstLine) {
    StringBuilder rule = new StringBuilder();
    List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
    for (String line : lines.subList(Math.min(firstLine - 1, lines.size()), lines.size())) {
      rule.append(line).append('\n');
      if (line.strip().equals("end")) {
        return rule.toString();
      }
    }
    return rule.toString();
  }
}
