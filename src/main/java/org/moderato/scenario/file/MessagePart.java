package org.moderato.scenario.file;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.moderato.strategy.fact.Labels;
import org.moderato.strategy.fact.Message;
import org.moderato.strategy.judge.Strategy;

/** Reads the message that is judged. */
final class MessagePart {

  private static final List<String> OWN = List.of("id", "alternatives", "expiresAt", "endsAt");

  private final LabelsReader labels;
  private final Faults faults;

  MessagePart(Strategy strategy, Faults faults) {
    this.labels = new LabelsReader(strategy.attributes());
    this.faults = faults;
  }

  /**
   * @param usualId its id if none is given
   * @return empty, and a fault, if it cannot be judged
   */
  Optional<Message> read(Tree.Fields part, String usualId, Times times) {
    Stream<String> known = Stream.concat(OWN.stream(), labels.known());
    FieldReader reader = new FieldReader(part, known.toList(), faults);
    Labels theirs = labels.read(reader);
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
