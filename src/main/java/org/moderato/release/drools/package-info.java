/** Compiles rules and fires them. The only package that knows KIE and Drools. */
@NullMarked
package org.moderato.release.drools;

import org.jspecify.annotations.NullMarked;
