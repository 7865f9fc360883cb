/**
 * Made-up customers with a story behind them, so that a newcomer's first questions have answers.
 * For dev mode and demonstrations; nothing else knows this package.
 */
@NullMarked
package org.moderato.sample;

import org.jspecify.annotations.NullMarked;
