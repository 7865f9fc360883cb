/** The judge: release, message, customer view and instant in, verdict with findings out. */
@NullMarked
package org.moderato.strategy.judge;

import org.jspecify.annotations.NullMarked;
