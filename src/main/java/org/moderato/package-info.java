/** Moderato: one service that decides what each customer may receive, how often, when and where. */
@NullMarked
package org.moderato;

import org.jspecify.annotations.NullMarked;
