package org.moderato.scenario.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Response;
import org.moderato.words.Suggestions;

/** Reads what a customer did, and whether the messages that it answers are there. */
final class ResponsesPart {

  private static final KnownFields OWN = KnownFields.of("at", "response", "intent", "to");

  private final ScenarioWords words;
  private final VocabularyCheck vocabularies;
  private final Faults faults;
  private final List<Answer> answers = new ArrayList<>();

  /** Which message a response says to answer. */
  private record Answer(String id, int line) {}

  ResponsesPart(ScenarioWords words, VocabularyCheck vocabularies, Faults faults) {
    this.words = words;
    this.vocabularies = vocabularies;
    this.faults = faults;
  }

  List<Response> read(FieldReader reader, Times times) {
    return reader.parts("responses").stream().map(part -> response(part, times)).toList();
  }

  private Response response(Tree.Fields part, Times times) {
    FieldReader reader = new FieldReader(part, words.withLabels(OWN), faults);
    vocabularies.check(reader);
    String name = reader.text("response");
    if (name == null) {
      reader.wrong("response", "must say what the customer did, such as reply");
    }
    Instant at = reader.parsed("at", times::parse);
    if (at == null && !reader.has("at")) {
      reader.wrong("at", "must say when");
    }
    Labels theirs = words.labels().read(reader);
    return new Response(
        name == null ? "" : name,
        reader.text("intent"),
        at == null ? Instant.EPOCH : at,
        answered(reader),
        theirs);
  }

  private @Nullable String answered(FieldReader reader) {
    String id = reader.text("to");
    if (id != null) {
      answers.add(new Answer(id, reader.line("to")));
    }
    return id;
  }

  /**
   * Tells which of the messages that were answered since the last call are not there.
   *
   * @param known the ids of all messages so far
   */
  void check(Set<String> known) {
    for (Answer answer : answers) {
      if (!known.contains(answer.id())) {
        String message = "\"" + answer.id() + "\" is the id of no message so far";
        String hint = Suggestions.hint(answer.id(), new TreeSet<>(known));
        faults.add("MOD-SCN-009", answer.line(), message, hint);
      }
    }
    answers.clear();
  }
}
