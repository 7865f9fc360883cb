package org.moderato.packaged.check;

import java.util.List;

/**
 * Finds broken promises.
 *
 * @param caps all caps that the strategy of the run has; it has nothing else
 * @param faults whether something was killed meanwhile, so that requests may have failed
 */
public record Audit(List<Cap> caps, boolean faults) {

  /** Every promise that the run broke, with customer and contacts. */
  public List<Violation> violations(List<Exchange> journal, Tables tables) {
    Evidence evidence = new Evidence(journal, tables);
    List<Windows> windows = caps.stream().map(cap -> new Windows(evidence, cap)).toList();
    windows.forEach(Windows::check);
    new AnswerCheck(evidence, faults).check();
    new TableCheck(evidence).check();
    new RefusalCheck(evidence, windows).check();
    return evidence.violations();
  }
}
