/** Shows the strategy in force: endpoint, health and metrics. */
@NullMarked
package org.moderato.release.rest;

import org.jspecify.annotations.NullMarked;
