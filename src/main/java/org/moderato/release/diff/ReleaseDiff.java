package org.moderato.release.diff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.moderato.release.StrategyFiles;

/**
 * Compares releases entry by entry. Where an entry stands is no difference: a row that moved is the
 * same row. Rows without a name are the same if all their cells are; of the others, those that have
 * more than half of their cells in common count as changed.
 */
@ApplicationScoped
public class ReleaseDiff {

  private final List<EntrySource> sources;

  ReleaseDiff(Instance<EntrySource> sources) {
    this.sources = sources.stream().toList();
  }

  /** What became of the first on the way to the second, in the order of tables and rows. */
  public List<Difference> between(StrategyFiles before, StrategyFiles after) {
    List<Difference> differences = new ArrayList<>();
    for (EntrySource source : sources) {
      differences.addAll(between(source.entries(before), source.entries(after)));
    }
    return differences;
  }

  static List<Difference> between(List<Entry> before, List<Entry> after) {
    Map<Object, List<Entry>> removed = new LinkedHashMap<>();
    before.forEach(e -> removed.computeIfAbsent(identity(e), k -> new ArrayList<>()).add(e));
    List<Entry> added = new ArrayList<>();
    List<Difference> differences = new ArrayList<>();
    for (Entry entry : after) {
      List<Entry> same = removed.getOrDefault(identity(entry), List.of());
      if (same.isEmpty()) {
        added.add(entry);
      } else {
        Entry old = same.remove(0);
        if (!old.cells().equals(entry.cells())) {
          differences.add(Difference.changed(old, entry));
        }
      }
    }
    differences.addAll(likely(removed.values().stream().flatMap(List::stream).toList(), added));
    return differences;
  }

  /** What an entry is known by. */
  private static Object identity(Entry entry) {
    return List.of(entry.part(), entry.id().isEmpty() ? entry.cells() : entry.id());
  }

  /** Pairs what went with what came, where both look alike and neither has a name. */
  private static List<Difference> likely(List<Entry> removed, List<Entry> added) {
    List<Difference> differences = new ArrayList<>();
    List<Entry> left = new ArrayList<>(added);
    for (Entry old : removed) {
      Entry best = best(old, left);
      if (best == null) {
        differences.add(Difference.removed(old));
      } else {
        left.remove(best);
        differences.add(Difference.changed(old, best));
      }
    }
    left.forEach(entry -> differences.add(Difference.added(entry)));
    return differences;
  }

  private static @Nullable Entry best(Entry old, List<Entry> candidates) {
    Entry best = null;
    for (Entry candidate : candidates) {
      boolean isPossible =
          old.id().isEmpty() && candidate.id().isEmpty() && old.part().equals(candidate.part());
      if (isPossible && 2 * common(old, candidate) > size(old, candidate)) {
        boolean isBetter = best == null || common(old, candidate) > common(old, best);
        best = isBetter ? candidate : best;
      }
    }
    return best;
  }

  private static long common(Entry one, Entry other) {
    return one.cells().entrySet().stream()
        .filter(cell -> cell.getValue().equals(other.cells().get(cell.getKey())))
        .count();
  }

  private static int size(Entry one, Entry other) {
    return Math.max(one.cells().size(), other.cells().size());
  }
}
