/** The service's jar as a command: runs and checks a strategy without port and database. */
@NullMarked
package org.moderato.command;

import org.jspecify.annotations.NullMarked;
