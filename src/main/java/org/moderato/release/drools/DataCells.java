package org.moderato.release.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.drools.decisiontable.parser.ActionType;
import org.drools.template.model.SnippetBuilder;
import org.jspecify.annotations.Nullable;
import org.moderato.release.Problem;
import org.moderato.release.RuleSheet;
import org.moderato.release.guard.Finding;
import org.moderato.release.guard.SheetLayout.Place;
import org.moderato.release.guard.SheetLayout.Role;

/**
 * Keeps data cells out of rule text until its shape is settled. Drools gets marks in their place;
 * when the text is there, each mark is replaced by the value of its cell: escaped where it stands
 * between quotes, and elsewhere only if it is a number, a text or another plain value.
 */
final class DataCells {

  private static final String NAMES = "[\\p{L}\\p{N}_.\\- ]{1,100}";
  private static final String TITLE = "(?i)ruletable(?: +[\\p{L}\\p{N}_.\\- ]{1,100})?";
  private static final String YES_NO = "(?i)true|false|yes|no|on|off|1|0|y|n";

  private static final char BEGIN = '\ue000';
  private static final char END = '\ue001';
  private static final Pattern MARK = Pattern.compile(BEGIN + "(\\d+)" + END);

  private final RuleSheet sheet;
  private final List<Problem> problems;
  private final List<CellValue> values = new ArrayList<>();

  DataCells(RuleSheet sheet, List<Problem> problems) {
    this.sheet = sheet;
    this.problems = problems;
  }

  /**
   * What Drools gets of a cell.
   *
   * @param usual what it gets of cells that are no data
   */
  String shown(Place place, Function<Object, String> usual) {
    String text = place.text();
    if (text.indexOf(BEGIN) >= 0 || text.indexOf(END) >= 0) {
      refuse(place, Finding.CELL, "The cell holds a character that nobody sees", null);
      return "x";
    }
    return switch (place.role()) {
      case DATA -> data(place, usual);
      case LABEL -> "label";
      case HEAD -> named(place, TITLE, usual);
      default -> usual.apply(place.cell().value());
    };
  }

  private String data(Place place, Function<Object, String> usual) {
    ActionType.Code type = type(place.type());
    return switch (type) {
      case CONDITION, ACTION, METADATA -> marks(place, type);
      case DESCRIPTION -> "-";
      case NAME, ACTIVATIONGROUP, AGENDAGROUP, RULEFLOWGROUP -> named(place, NAMES, usual);
      // What is neither a number nor code between parentheses Drools refuses itself.
      case SALIENCE -> plain(place, "[^()]*", "a whole number such as 10", usual);
      case ENABLED, NOLOOP, LOCKONACTIVE, AUTOFOCUS -> plain(place, YES_NO, "true or false", usual);
      case DATEEFFECTIVE, DATEEXPIRES ->
          plain(place, "[\\p{L}\\p{N} .:\\-]{1,40}", "a date", usual);
      case DURATION, TIMER, CALENDARS -> plain(place, "", "nothing: delete the column", usual);
    };
  }

  /** As Drools reads it: by its word, else by its first letter. */
  private static ActionType.Code type(String text) {
    String word = text.toUpperCase(Locale.ROOT);
    ActionType.Code exact = ActionType.getTag2code().get(word);
    ActionType.Code guess =
        word.isEmpty() ? null : ActionType.getTag2code().get(word.substring(0, 1));
    ActionType.Code code = exact == null ? guess : exact;
    // Drools refuses any other itself.
    return code == null ? ActionType.Code.CONDITION : code;
  }

  private String named(Place place, String allowed, Function<Object, String> usual) {
    if (!place.text().matches(allowed)) {
      String message = "\"" + place.text() + "\" cannot be a name";
      String hint = "Write letters, digits, spaces and - _ . only";
      refuse(place, Finding.NAME, message, hint);
      return place.role() == Role.HEAD ? "RuleTable" : "x";
    }
    return usual.apply(place.cell().value());
  }

  private String plain(
      Place place, String allowed, String expected, Function<Object, String> usual) {
    if (!place.text().matches(allowed)) {
      refuse(place, Finding.CELL, "\"" + place.text() + "\" is not " + expected, null);
      return "0";
    }
    return usual.apply(place.cell().value());
  }

  private String marks(Place place, ActionType.Code type) {
    CellValue whole = CellValue.of(place, type == ActionType.Code.METADATA);
    SnippetBuilder.SnippetType form = SnippetBuilder.getType(place.code());
    boolean isList =
        form == SnippetBuilder.SnippetType.INDEXED || form == SnippetBuilder.SnippetType.FORALL;
    Stream<CellValue> parts = isList ? whole.parts() : Stream.of(whole);
    return parts.map(this::mark).collect(Collectors.joining(","));
  }

  private String mark(CellValue value) {
    values.add(value);
    return BEGIN + String.valueOf(values.size() - 1) + END;
  }

  /** The text with the values of the cells in place of the marks. */
  String fill(String drl) {
    QuoteTracker quotes = new QuoteTracker();
    StringBuilder filled = new StringBuilder();
    Matcher mark = MARK.matcher(drl);
    int end = 0;
    while (mark.find()) {
      String before = drl.substring(end, mark.start());
      quotes.read(before);
      filled.append(before).append(value(Integer.parseInt(mark.group(1)), quotes));
      end = mark.end();
    }
    return filled.append(drl.substring(end)).toString();
  }

  private String value(int number, QuoteTracker quotes) {
    CellValue value = values.get(number);
    try {
      return value.written(quotes.open());
    } catch (IllegalArgumentException e) {
      refuse(value.place(), Finding.CELL, String.valueOf(e.getMessage()), null);
      return "";
    }
  }

  private void refuse(Place place, String code, String message, @Nullable String hint) {
    String cell =
        new CellReference(place.cell().row(), place.cell().column()).formatAsString(false);
    Problem problem = RenderedTable.error(code, sheet, cell, message, hint);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
