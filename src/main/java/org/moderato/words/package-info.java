/** Guesses what somebody meant by a word that nobody knows; for requests and sheets alike. */
@NullMarked
package org.moderato.words;

import org.jspecify.annotations.NullMarked;
