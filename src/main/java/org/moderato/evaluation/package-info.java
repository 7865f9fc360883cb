/** Evaluations: one message or many judged against the release in force, recorded and answered. */
@NullMarked
package org.moderato.evaluation;

import org.jspecify.annotations.NullMarked;
