package org.moderato.strategy.judge;

import org.moderato.strategy.rule.RuleInfo;
import org.moderato.strategy.table.PolicyRow;

/** Hears what rows and rules do while messages are judged, for coverage. */
public interface Trace {

  /** Hears nothing. */
  Trace NONE =
      new Trace() {
        @Override
        public void applied(PolicyRow row) {}

        @Override
        public void tookEffect(PolicyRow row) {}

        @Override
        public void fired(RuleInfo rule) {}
      };

  /** A row spoke of the message, whatever came of it. */
  void applied(PolicyRow row);

  /** A row gave a finding, freed the message, weighed a contact, was looked up or replaced rows. */
  void tookEffect(PolicyRow row);

  /** A rule fired. */
  void fired(RuleInfo rule);
}
