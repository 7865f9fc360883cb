/**
 * Who is answered when not everybody can be: the classes of messages, the line in which requests
 * wait for a worker, and what is known of a database that does not answer. Knows no evaluations.
 */
@NullMarked
package org.moderato.overload;

import org.jspecify.annotations.NullMarked;
