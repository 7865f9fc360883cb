/**
 * What a judgement is made of: the message, the customer and the contact history. Plain immutable
 * values.
 */
@NullMarked
package org.moderato.strategy.fact;

import org.jspecify.annotations.NullMarked;
