/** The decision log's SQL. */
@NullMarked
package org.moderato.evaluation.store;

import org.jspecify.annotations.NullMarked;
