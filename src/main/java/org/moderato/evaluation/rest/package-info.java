/** Endpoints of evaluations. */
@NullMarked
package org.moderato.evaluation.rest;

import org.jspecify.annotations.NullMarked;
