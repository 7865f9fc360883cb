/** Measures the judge beside other ways to do the same; {@code -Pbench} runs it. */
@NullMarked
package org.moderato.benchmark;

import org.jspecify.annotations.NullMarked;
