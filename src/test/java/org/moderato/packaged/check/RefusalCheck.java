package org.moderato.packaged.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.moderato.packaged.check.Tables.ContactRow;
import org.moderato.packaged.check.Tables.EvaluationRow;
import org.moderato.packaged.check.Violation.Kind;

/**
 * Whether every refusal was needed: the contacts that it counted existed by then, lie in one window
 * with the instant that was judged, and are as many as the cap allows. And whether the time that it
 * names is the first one that was free, given the contacts of then.
 */
final class RefusalCheck {

  private final Evidence evidence;
  private final Map<String, Windows> windows = new HashMap<>();

  RefusalCheck(Evidence evidence, List<Windows> windows) {
    this.evidence = evidence;
    windows.forEach(all -> this.windows.put(all.cap().row(), all));
  }

  void check() {
    for (EvaluationRow verdict : evidence.tables().evaluations()) {
      if (!verdict.outcome().equals("SEND")) {
        check(verdict);
      }
    }
  }

  private void check(EvaluationRow verdict) {
    JsonNode answer = Json.of(verdict.answer());
    List<JsonNode> findings = new ArrayList<>();
    for (JsonNode finding : answer.path("findings")) {
      if (finding.path("outcome").asText().equals("DEFER")) {
        findings.add(finding);
      }
    }
    if (!verdict.outcome().equals("DEFER") || findings.isEmpty()) {
      found(verdict, "nothing in the strategy says that");
      return;
    }
    boolean isAboutTheAskedInstant = false;
    for (JsonNode finding : findings) {
      isAboutTheAskedInstant |= instant(finding, "checkedAt").equals(verdict.askedAt());
      checkFinding(verdict, finding);
    }
    if (!isAboutTheAskedInstant) {
      found(verdict, "nothing stands against the instant that was asked about");
    }
    checkTime(verdict, instant(answer, "at"), findings.get(0).path("row").asText());
  }

  private void checkFinding(EvaluationRow verdict, JsonNode finding) {
    Windows all = windows.get(finding.path("row").asText());
    if (all == null) {
      found(verdict, "there is no such row: " + finding);
      return;
    }
    Map<String, ContactRow> known = new HashMap<>();
    before(all, verdict).forEach(contact -> known.put(contact.message().id(), contact));
    TreeSet<Instant> times = new TreeSet<>(List.of(instant(finding, "checkedAt")));
    int counted = 0;
    for (JsonNode message : finding.path("counted")) {
      ContactRow contact = known.remove(message.asText());
      if (contact == null) {
        found(verdict, "counted what was not there: " + message);
        return;
      }
      times.add(contact.at());
      counted++;
    }
    Cap cap = all.cap();
    if (counted < cap.atMost() || !times.first().plus(cap.window()).isAfter(times.last())) {
      found(verdict, "%s does not follow from %d contacts at %s".formatted(cap, counted, times));
    }
  }

  private static List<ContactRow> before(Windows all, EvaluationRow verdict) {
    return all.around(verdict.customer()).stream()
        .filter(contact -> !contact.recordedAt().isAfter(verdict.decidedAt()))
        .toList();
  }

  private void checkTime(EvaluationRow verdict, Instant at, String row) {
    List<Windows> own = sameCategory(row);
    if (!at.isAfter(verdict.askedAt()) || !isFree(own, verdict, at)) {
      found(verdict, at + " is not free");
    }
    if (isFree(own, verdict, at.minusNanos(1_000))) {
      found(verdict, "it is free before " + at);
    }
  }

  private List<Windows> sameCategory(String row) {
    Windows said = windows.get(row);
    return windows.values().stream()
        .filter(all -> said != null && all.cap().category().equals(said.cap().category()))
        .toList();
  }

  private static boolean isFree(List<Windows> windows, EvaluationRow verdict, Instant instant) {
    return windows.stream().allMatch(all -> isFree(all.cap(), before(all, verdict), instant));
  }

  /** Whether no window that contains the instant would hold more than it may. */
  private static boolean isFree(Cap cap, List<ContactRow> contacts, Instant instant) {
    List<Instant> times = new ArrayList<>(contacts.stream().map(ContactRow::at).toList());
    times.add(instant);
    times.sort(null);
    int place = times.indexOf(instant);
    for (int first = Math.max(0, place - cap.atMost()); first <= place; first++) {
      int last = first + cap.atMost();
      if (last < times.size() && times.get(first).plus(cap.window()).isAfter(times.get(last))) {
        return false;
      }
    }
    return true;
  }

  private static Instant instant(JsonNode node, String field) {
    return Instant.parse(node.path(field).asText());
  }

  private void found(EvaluationRow verdict, String words) {
    evidence.found(Kind.UNJUSTIFIED, verdict.customer(), verdict + ": " + words);
  }
}
