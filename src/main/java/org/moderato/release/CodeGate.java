package org.moderato.release;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.moderato.http.ErrorCode;
import org.moderato.http.FieldError;
import org.moderato.http.ServiceException;
import org.moderato.release.drools.RuleFiles;
import org.moderato.release.guard.CodeRows;
import org.moderato.release.workbook.WorkbookReader;
import org.moderato.strategy.table.TableType;

/**
 * Keeps those who may change tables from changing rules, which are code: rule files, and the rows
 * of rule tables that hold code.
 */
@ApplicationScoped
class CodeGate {

  private static final String HINT =
      "only a rule author may change this; see moderato.strategy.rule-authors";

  /**
   * @throws ServiceException INVALID that names each rule file and each cell of code that differs
   */
  void refuseOtherRules(StrategyFiles active, StrategyFiles candidate) {
    List<FieldError> errors = new ArrayList<>();
    TreeSet<String> paths = new TreeSet<>(active.rules().keySet());
    paths.addAll(candidate.rules().keySet());
    for (String path : paths) {
      if (differs(active.rules(), candidate.rules(), path)) {
        errors.add(new FieldError(path, HINT));
      }
    }
    for (CodeRows.Change change : CodeRows.changed(ruleSheets(active), ruleSheets(candidate))) {
      String place = change.file() + ":" + change.sheet() + "!" + change.cell();
      errors.add(new FieldError(place, HINT));
    }
    if (!errors.isEmpty()) {
      throw new ServiceException(ErrorCode.INVALID, "the upload changes rules", errors);
    }
  }

  private static List<RuleSheet> ruleSheets(StrategyFiles files) {
    List<TableType> types = RuleFiles.read(files.rules()).types();
    return new WorkbookReader().read(files.workbooks(), types).ruleSheets();
  }

  private static boolean differs(
      Map<String, byte[]> active, Map<String, byte[]> candidate, String path) {
    return !Arrays.equals(active.get(path), candidate.get(path));
  }
}
