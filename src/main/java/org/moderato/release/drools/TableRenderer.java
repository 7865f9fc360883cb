package org.moderato.release.drools;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.template.model.Package;
import org.drools.template.model.Rule;
import org.drools.template.parser.DataListener;
import org.drools.util.DateUtils;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.release.RuleSheet;
import org.moderato.release.RuleSheet.Cell;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.Source;

/** Renders native Drools decision tables to rule text and remembers where each rule came from. */
final class TableRenderer {

  private static final Pattern KIND = Pattern.compile("(?i)KIND\\s*\\(\\s*\"?([^\")]*)\"?\\s*\\)");

  private final List<Problem> problems;

  TableRenderer(List<Problem> problems) {
    this.problems = problems;
  }

  Optional<RenderedTable> render(RuleSheet sheet) {
    Listener listener = new Listener(sheet);
    try {
      tell(listener, sheet.cells());
      String drl = new SpreadsheetCompiler().listenerToString(listener);
      return Optional.of(new RenderedTable(sheet, drl, listener.infos, listener.grid));
    } catch (RuntimeException e) {
      problems.add(unreadable(sheet, e));
      return Optional.empty();
    }
  }

  /** Drools' own reader would read the whole workbook once more, and cells as they are shown. */
  private static void tell(DataListener listener, List<Cell> cells) {
    int row = -1;
    for (Cell cell : cells) {
      while (row < cell.row()) {
        row++;
        listener.newRow(row, 0);
      }
      listener.newCell(row, cell.column(), text(cell.value()), cell.mergedFrom());
    }
    listener.finishSheet();
  }

  private static String text(Object value) {
    if (value instanceof LocalDateTime time) {
      Instant instant = time.atZone(ZoneId.systemDefault()).toInstant();
      return "\"" + DateUtils.format(Date.from(instant)) + "\"";
    }
    return String.valueOf(value);
  }

  private static Problem unreadable(RuleSheet sheet, RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    return RenderedTable.error(
        "MOD-RUL-101",
        sheet,
        TableGrid.named(message),
        "The rule table cannot be read: " + message,
        null);
  }

  /** Gives rules names that are unique in the whole strategy, and keeps their rows. */
  private static final class Listener extends DefaultRuleSheetListener {

    private final RuleSheet sheet;
    private final Map<String, RuleInfo> infos = new HashMap<>();
    private final TableGrid grid = new TableGrid();
    private @Nullable Package described;

    Listener(RuleSheet sheet) {
      this.sheet = sheet;
    }

    @Override
    public void newCell(int row, int column, String value, int mergedColumnStart) {
      grid.put(row, column, value);
      super.newCell(row, column, value, mergedColumnStart);
    }

    @Override
    public Package getRuleSet() {
      Package rules = super.getRuleSet();
      if (described == null) {
        described = rules;
        rules.getRules().forEach(rule -> describe(rule, rules));
      }
      return rules;
    }

    private void describe(Rule rule, Package rules) {
      String given = rule.getName().replace("\"", "");
      String name = given + " (" + plain(sheet.file()) + " " + plain(sheet.sheet()) + ")";
      rule.setName("\"" + name + "\"");
      Source source = new Source(sheet.file(), sheet.sheet(), rule.getSpreadsheetRowNumber());
      infos.put(name, new RuleInfo(name, kind(rule, rules), source, true));
    }

    /** The kind of a METADATA column, else the last part of the RuleSet's name in words. */
    private static String kind(Rule rule, Package rules) {
      return rule.getMetadata().stream()
          .map(KIND::matcher)
          .filter(Matcher::find)
          .map(matcher -> matcher.group(1).strip())
          .findFirst()
          .orElseGet(() -> words(rules.getName()));
    }

    private static String words(String packageName) {
      String last = packageName.substring(packageName.lastIndexOf('.') + 1);
      return TypeReader.title(last.replace('_', ' ')).toLowerCase(Locale.ROOT);
    }

    private static String plain(String name) {
      return name.replaceAll("[^A-Za-z0-9 _.-]", "_");
    }
  }
}
