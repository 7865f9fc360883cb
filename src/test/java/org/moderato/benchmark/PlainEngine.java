package org.moderato.benchmark;

import java.util.HashMap;
import java.util.Map;
import java.util.StringJoiner;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message.Level;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;
import org.moderato.release.workbook.TestWorkbooks;
import org.moderato.strategy.fact.Contact;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;

/** A plain decision table of Drools: each row becomes a rule, which counts by itself. */
final class PlainEngine implements Engine {

  private static final String HEADER =
      """
      RuleSet | moderato.plain
      Import | org.moderato.benchmark.PlainMessage, org.moderato.benchmark.PlainContact
      Variables | java.util.Map reached
      RuleTable Cap
      NAME | CONDITION | CONDITION | CONDITION | CONDITION | CONDITION | ACTION
       | $m : PlainMessage | | | | |
       | channel | category | department | country | $param | reached.put("$param", $n.intValue());
      Id | Channel | Category | Department | Country | Counts | Id
      """;

  private final KieContainer container;
  private final KieBase base;

  PlainEngine(byte[] workbook) {
    KieServices services = KieServices.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write(
        services
            .getResources()
            .newByteArrayResource(workbook)
            .setSourcePath("src/main/resources/moderato/plain/caps.drl.xlsx"));
    KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
    if (builder.getResults().hasMessages(Level.ERROR)) {
      throw new AssertionError(builder.getResults().getMessages(Level.ERROR).subList(0, 1));
    }
    container = services.newKieContainer(builder.getKieModule().getReleaseId());
    base = container.getKieBase();
  }

  static byte[] workbook(CapTable caps) {
    StringBuilder lines = new StringBuilder(HEADER);
    caps.rows().forEach(row -> lines.append(line(row)).append('\n'));
    return new TestWorkbooks()
        .sheet("Caps", lines.toString())
        .with(PlainEngine::mergePattern)
        .bytes();
  }

  /** The first four conditions are about one fact. */
  private static void mergePattern(XSSFWorkbook workbook) {
    CellRangeAddress pattern = CellRangeAddress.valueOf("B6:E6");
    for (int column = 2; column <= pattern.getLastColumn(); column++) {
      workbook.getSheetAt(0).getRow(pattern.getFirstRow()).createCell(column);
    }
    workbook.getSheetAt(0).addMergedRegion(pattern);
  }

  private static String line(Cap row) {
    return String.join(
        "|",
        row.id(),
        row.channel(),
        row.category(),
        row.department(),
        row.country(),
        "accumulate( PlainContact( %s ); $n : count(1); $n >= %d )"
            .formatted(counts(row), row.atMost()),
        row.id());
  }

  /** All of them speak of one fact alone, which Drools looks at fastest. */
  private static String counts(Cap row) {
    StringJoiner constraints = new StringJoiner(", ");
    add(constraints, "channel", row.channel());
    add(constraints, "category", row.category());
    add(constraints, "department", row.department());
    return constraints.add("age < " + row.days() * 86_400_000L + "L").toString();
  }

  private static void add(StringJoiner constraints, String field, String word) {
    if (!word.equals(Cap.ANY)) {
      constraints.add(field + " == '" + word + "'");
    }
  }

  @Override
  public Map<String, Integer> pass(Message message, CustomerView view) {
    Map<String, Integer> reached = new HashMap<>();
    KieSession session = base.newKieSession();
    try {
      session.setGlobal("reached", reached);
      session.insert(PlainMessage.of(message, view.customer()));
      for (Contact contact : view.contacts()) {
        session.insert(PlainContact.of(contact));
      }
      session.fireAllRules();
    } finally {
      session.dispose();
    }
    return reached;
  }

  @Override
  public Map<String, Integer> reached(Message message, CustomerView view) {
    return pass(message, view);
  }

  @Override
  public void close() {
    container.dispose();
  }
}
