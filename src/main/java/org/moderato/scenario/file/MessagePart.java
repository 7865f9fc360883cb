package org.moderato.scenario.file;

import java.util.Optional;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;

/** Reads the message that is judged. */
final class MessagePart {

  private static final KnownFields OWN =
      KnownFields.of("id", "alternatives", "expiresAt", "endsAt");

  private final ScenarioWords words;
  private final VocabularyCheck vocabularies;
  private final Faults faults;

  MessagePart(ScenarioWords words, VocabularyCheck vocabularies, Faults faults) {
    this.words = words;
    this.vocabularies = vocabularies;
    this.faults = faults;
  }

  /**
   * @param usualId its id if none is given
   * @return empty, and a fault, if it cannot be judged
   */
  Optional<Message> read(Tree.Fields part, String usualId, Times times) {
    FieldReader reader = new FieldReader(part, words.withLabels(OWN), faults);
    vocabularies.check(reader);
    Labels theirs = words.labels().read(reader);
    if (theirs.channel() == null) {
      reader.wrong("channel", "a message needs a channel");
      return Optional.empty();
    }
    String id = reader.text("id");
    return Optional.of(
        new Message(
            id == null ? usualId : id,
            theirs,
            reader.texts("alternatives"),
            reader.parsed("expiresAt", times::parse),
            reader.parsed("endsAt", times::parse)));
  }
}
