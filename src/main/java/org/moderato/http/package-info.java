/** What all endpoints share: strict JSON, problem details, streamed lines. */
@NullMarked
package org.moderato.http;

import org.jspecify.annotations.NullMarked;
