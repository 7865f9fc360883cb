package org.moderato.overload;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done by a worker.
 *
 * @param messageClass how much it matters
 * @param customer whom it locks: two with the same customer are never worked on at once, so that
 *     one customer never keeps more than one worker; null: nobody
 * @param steps how many such pieces of work it is worth; a group takes its time
 * @param task does it
 * @param withoutDatabase answers instead when the database is gone; may throw
 */
public record Work<T>(
    MessageClass messageClass,
    @Nullable String customer,
    int steps,
    Supplier<T> task,
    Supplier<T> withoutDatabase) {}
