package org.moderato.scenario;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.moderato.release.Problem;

/** Tells build servers what came of scenarios, in the form of JUnit's XML reports. */
public final class JunitReport {

  private final XMLStreamWriter xml;

  private JunitReport(XMLStreamWriter xml) {
    this.xml = xml;
  }

  public static String of(SuiteReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      new JunitReport(xml).write(report);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory cannot fail", e);
    }
    return text.toString();
  }

  private void write(SuiteReport report) throws XMLStreamException {
    Map<String, List<ScenarioResult>> byFile =
        report.results().stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.scenario().source().file(),
                    TreeMap::new,
                    Collectors.toList()));
    xml.writeStartDocument();
    xml.writeStartElement("testsuites");
    for (Map.Entry<String, List<ScenarioResult>> file : byFile.entrySet()) {
      suite(file.getKey(), file.getValue());
    }
    problems(report);
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void suite(String file, List<ScenarioResult> results) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", file);
    xml.writeAttribute("tests", String.valueOf(results.size()));
    xml.writeAttribute("failures", count(results, ScenarioResult.State.FAILED));
    xml.writeAttribute("skipped", count(results, ScenarioResult.State.TODO));
    for (ScenarioResult result : results) {
      test(file, result);
    }
    xml.writeEndElement();
  }

  private static String count(List<ScenarioResult> results, ScenarioResult.State state) {
    return String.valueOf(results.stream().filter(result -> result.state() == state).count());
  }

  private void test(String file, ScenarioResult result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", file);
    xml.writeAttribute("name", printable(result.scenario().name()));
    if (result.state() == ScenarioResult.State.TODO) {
      xml.writeEmptyElement("skipped");
    } else if (result.state() == ScenarioResult.State.FAILED) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", printable(message(result)));
      SuiteReport alone =
          new SuiteReport(List.of(result), List.of(), new CoverageReport(List.of()));
      xml.writeCharacters(printable(TextReport.of(alone, false)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String message(ScenarioResult result) {
    return result.steps().stream()
        .flatMap(step -> step.mismatches().stream())
        .findFirst()
        .orElse(String.valueOf(result.failure()));
  }

  /** A file that cannot be read is a test that did not come about. */
  private void problems(SuiteReport report) throws XMLStreamException {
    List<Problem> errors = problems(report, Problem.Severity.ERROR);
    List<Problem> warnings = problems(report, Problem.Severity.WARNING);
    if (errors.isEmpty() && warnings.isEmpty()) {
      return;
    }
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "files of scenarios");
    xml.writeAttribute("tests", String.valueOf(errors.size()));
    xml.writeAttribute("errors", String.valueOf(errors.size()));
    for (Problem error : errors) {
      error(error);
    }
    if (!warnings.isEmpty()) {
      xml.writeStartElement("system-out");
      for (Problem warning : warnings) {
        xml.writeCharacters("WARNING " + printable(warning.toString()) + "\n");
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static List<Problem> problems(SuiteReport report, Problem.Severity severity) {
    return report.problems().stream().filter(p -> p.severity() == severity).toList();
  }

  private void error(Problem error) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", error.file());
    xml.writeAttribute("name", "can be read (" + error.place() + ")");
    xml.writeStartElement("error");
    xml.writeAttribute("type", error.code());
    xml.writeAttribute("message", printable(error.message()));
    xml.writeCharacters(printable(error.toString()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** XML has no way to write most control characters; a name in YAML may have them. */
  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\ufffe\\uffff&&[^\\t\\n\\r]]", "?");
  }
}
