package org.moderato.evaluation.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.moderato.evaluation.Answer;
import org.moderato.evaluation.Evaluated;
import org.moderato.evaluation.EvaluationService;
import org.moderato.evaluation.Question;
import org.moderato.http.Line;
import org.moderato.http.Ndjson;
import org.moderato.http.ServiceException;

/** Asks the strategy about many messages. */
@Path("/v1/evaluations/batch")
@Tag(name = "Evaluation")
class BatchResource {

  private final EvaluationService evaluations;
  private final Questions questions;
  private final Ndjson ndjson;

  BatchResource(EvaluationService evaluations, Questions questions, Ndjson ndjson) {
    this.evaluations = evaluations;
    this.questions = questions;
    this.ndjson = ndjson;
  }

  @POST
  @Consumes(Ndjson.MEDIA_TYPE)
  @Produces(Ndjson.MEDIA_TYPE)
  @Operation(
      summary = "Ask about many messages",
      description =
          "A request a line in, a verdict a line out, in order; a bad line gets an error line.")
  @RequestBody(content = @Content(schema = @Schema(implementation = EvaluationRequest.class)))
  @APIResponse(
      responseCode = "200",
      description = "The verdicts",
      content = @Content(schema = @Schema(implementation = Answer.class)))
  public StreamingOutput evaluate(InputStream lines) {
    return ndjson.answers(lines, this::answer);
  }

  /** A group shares a transaction; if it fails, its lines are done one by one. */
  private List<byte[]> answer(List<Line> lines) {
    Map<Line, Question> asked = new HashMap<>();
    Map<Line, byte[]> answers = new HashMap<>();
    for (Line line : lines) {
      try {
        asked.put(line, questions.read(line.bytes()));
      } catch (ServiceException e) {
        answers.put(line, ndjson.errorLine(line.number(), e));
      }
    }
    List<Line> valid = lines.stream().filter(asked::containsKey).toList();
    try {
      List<Question> group = valid.stream().map(asked::get).toList();
      List<Evaluated> evaluated =
          group.isEmpty() ? List.of() : evaluations.evaluateAll(group, false);
      for (int i = 0; i < evaluated.size(); i++) {
        answers.put(valid.get(i), evaluated.get(i).answer());
      }
    } catch (ServiceException e) {
      valid.forEach(line -> answers.put(line, answerAlone(line, asked)));
    }
    List<byte[]> inOrder = new ArrayList<>();
    lines.forEach(line -> inOrder.add(answers.get(line)));
    return inOrder;
  }

  private byte[] answerAlone(Line line, Map<Line, Question> asked) {
    try {
      return evaluations.evaluate(asked.get(line), false).answer();
    } catch (ServiceException e) {
      return ndjson.errorLine(line.number(), e);
    }
  }
}
