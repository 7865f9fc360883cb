/**
 * Scenarios: test cases of QA for a strategy. What they are, how they are run on the judge without
 * a database, which rows they cover, and why an expected row did not speak.
 */
@NullMarked
package org.moderato.scenario;

import org.jspecify.annotations.NullMarked;
