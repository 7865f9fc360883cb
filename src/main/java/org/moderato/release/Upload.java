package org.moderato.release;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.moderato.http.ErrorCode;
import org.moderato.http.ServiceException;

/** Files that somebody sends: one, or a whole strategy. */
public sealed interface Upload {

  /** What the strategy is with these files. */
  StrategyFiles over(StrategyFiles base);

  /** A whole strategy, which replaces what was there. */
  record Whole(StrategyFiles files) implements Upload {

    /**
     * @throws ServiceException INVALID if a file has no place in a strategy
     */
    public Whole {
      files = files.ofStrategy();
      files.files().keySet().forEach(Upload::requirePlace);
      if (files.isEmpty()) {
        throw new ServiceException(
            ErrorCode.INVALID, "the zip holds no files; it should hold rules and decision-tables");
      }
    }

    @Override
    public StrategyFiles over(StrategyFiles base) {
      return files;
    }
  }

  /**
   * One file, which joins the others or replaces the one of its path.
   *
   * @param path inside the strategy, such as {@code decision-tables/caps.xlsx}
   */
  record One(String path, byte[] bytes) implements Upload {

    /**
     * @throws ServiceException INVALID if the path has no place in a strategy
     */
    public One {
      requirePlace(path);
    }

    @Override
    public StrategyFiles over(StrategyFiles base) {
      SortedMap<String, byte[]> files = new TreeMap<>(base.files());
      files.put(path, bytes);
      return new StrategyFiles(files);
    }
  }

  /** Where files may lie; no name that an editor or the watcher of the folder skips. */
  Pattern PLACE =
      Pattern.compile(
          "(rules|decision-tables)(/[\\p{L}\\p{N}_()\\[\\]+,=-][\\p{L}\\p{N}_()\\[\\]+,=. -]*)+"
              + "\\.(drl|xlsx|yaml|yml)");

  private static void requirePlace(String path) {
    if (path.length() > 200 || !PLACE.matcher(path).matches() || path.contains("..")) {
      throw new ServiceException(
          ErrorCode.INVALID,
          "\""
              + path.substring(0, Math.min(path.length(), 200))
              + "\" is no file of a strategy; write rules/name.drl, rules/scenarios/name.yaml or"
              + " decision-tables/name.xlsx"
              + (path.toLowerCase(Locale.ROOT).endsWith(".xls") ? " (saved as .xlsx)" : ""));
    }
  }
}
