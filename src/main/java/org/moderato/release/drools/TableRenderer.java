package org.moderato.release.drools;

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
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.template.model.Package;
import org.drools.template.model.Rule;
import org.drools.util.DateUtils;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.release.RuleSheet;
import org.moderato.release.RuleSheet.Cell;
import org.moderato.release.guard.Finding;
import org.moderato.release.guard.SheetLayout;
import org.moderato.release.guard.SheetLayout.Place;
import org.moderato.release.guard.SheetLayout.Role;
import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.Source;

/** Renders native Drools decision tables to rule text and remembers where each rule came from. */
final class TableRenderer {

  private static final Pattern KIND = Pattern.compile("(?i)KIND\\s*\\(\\s*\"?([^\")]*)\"?\\s*\\)");

  private final List<Problem> problems;
  private final boolean isGuarded;

  TableRenderer(List<Problem> problems) {
    this(problems, true);
  }

  /**
   * @param isGuarded false: data cells are pasted as they are
   */
  TableRenderer(List<Problem> problems, boolean isGuarded) {
    this.problems = problems;
    this.isGuarded = isGuarded;
  }

  Optional<RenderedTable> render(RuleSheet sheet) {
    int before = problems.size();
    DataCells data = new DataCells(sheet, problems);
    Listener listener = new Listener(sheet, data);
    List<Place> places = SheetLayout.of(sheet);
    checkPlaces(sheet, places);
    try {
      tell(listener, places, data);
      String drl = data.fill(new SpreadsheetCompiler().listenerToString(listener));
      return problems.size() > before
          ? Optional.empty()
          : Optional.of(new RenderedTable(sheet, drl, listener.infos, listener.grid));
    } catch (RuntimeException e) {
      problems.add(unreadable(sheet, e));
      return Optional.empty();
    }
  }

  /** Whatever stands below a table counts for Drools, and nobody expects it there. */
  private void checkPlaces(RuleSheet sheet, List<Place> places) {
    if (!isGuarded) {
      return;
    }
    places.stream()
        .filter(place -> place.role() == Role.PROPERTY && place.table() >= 0)
        .findFirst()
        .ifPresent(
            place -> refuse(sheet, place, Finding.FORM, "A rule set's properties stand above it"));
    places.stream()
        .filter(place -> place.role() == Role.DATA)
        .collect(Collectors.groupingBy(Place::table))
        .values()
        .forEach(table -> checkRows(sheet, table));
  }

  private void checkRows(RuleSheet sheet, List<Place> data) {
    Place last = data.get(data.size() - 1);
    if (last.cell().row() - data.get(0).cell().row() >= RuleLimits.ROWS) {
      String message = "The rule table has more than " + RuleLimits.ROWS + " rows";
      refuse(sheet, last, Finding.LIMIT, message);
    }
  }

  private void refuse(RuleSheet sheet, Place place, String code, String message) {
    String cell =
        new CellReference(place.cell().row(), place.cell().column()).formatAsString(false);
    problems.add(RenderedTable.error(code, sheet, cell, message, null));
  }

  /** Drools' own reader would read the whole workbook once more, and cells as they are shown. */
  private void tell(Listener listener, List<Place> places, DataCells data) {
    int row = -1;
    for (Place place : places) {
      Cell cell = place.cell();
      while (row < cell.row()) {
        row++;
        listener.newRow(row, 0);
      }
      listener.grid.put(row, cell.column(), text(cell.value()));
      String shown = isGuarded ? data.shown(place, TableRenderer::text) : text(cell.value());
      listener.newCell(row, cell.column(), shown, cell.mergedFrom());
    }
    listener.finishSheet();
  }

  private static String text(Object value) {
    return value instanceof LocalDateTime time ? "\"" + date(time) + "\"" : String.valueOf(value);
  }

  /** As Drools reads dates. */
  static String date(LocalDateTime time) {
    return DateUtils.format(Date.from(time.atZone(ZoneId.systemDefault()).toInstant()));
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
    private final DataCells data;
    private final Map<String, RuleInfo> infos = new HashMap<>();
    private final TableGrid grid = new TableGrid();
    private @Nullable Package described;

    Listener(RuleSheet sheet, DataCells data) {
      this.sheet = sheet;
      this.data = data;
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
      String name = given + " - " + plain(sheet.file()) + " " + plain(sheet.sheet());
      rule.setName("\"" + name + "\"");
      Source source = new Source(sheet.file(), sheet.sheet(), rule.getSpreadsheetRowNumber());
      infos.put(name, new RuleInfo(name, kind(rule, rules), source, true));
    }

    /** The kind of a METADATA column, else the last part of the RuleSet's name in words. */
    private String kind(Rule rule, Package rules) {
      return rule.getMetadata().stream()
          .map(data::fill)
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
