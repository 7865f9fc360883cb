package org.moderato.release.diff;

import java.util.List;
import org.moderato.release.StrategyFiles;

/** Finds the rows, rules or scenarios of a strategy. A bean of this type is part of every diff. */
public interface EntrySource {

  /** In the order of files; never throws for what is wrong with them. */
  List<Entry> entries(StrategyFiles files);
}
