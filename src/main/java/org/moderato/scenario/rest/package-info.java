/** Runs scenarios inside the service. */
@NullMarked
package org.moderato.scenario.rest;

import org.jspecify.annotations.NullMarked;
