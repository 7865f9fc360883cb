package org.moderato.evaluation;

import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.judge.Verdict;

/**
 * A verdict and what it was given on.
 *
 * @param view what the judge saw
 */
record Judgement(Verdict verdict, CustomerView view) {}
