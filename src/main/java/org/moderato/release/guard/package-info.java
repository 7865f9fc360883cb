/**
 * Keeps rules from being programs: the published list of what they may name and call, and the check
 * of what was compiled of them. Knows text, cells and byte code, and no rule engine.
 */
@org.jspecify.annotations.NullMarked
package org.moderato.release.guard;
