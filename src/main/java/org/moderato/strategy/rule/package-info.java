/**
 * What rules may call: policies, history and verdict. Small, closed, and documented in rule-api.md.
 */
@NullMarked
package org.moderato.strategy.rule;

import org.jspecify.annotations.NullMarked;
