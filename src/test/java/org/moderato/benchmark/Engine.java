package org.moderato.benchmark;

import java.util.Map;
import org.moderato.strategy.fact.CustomerView;
import org.moderato.strategy.fact.Message;

/** A way to find the caps that hold a message back. */
interface Engine extends AutoCloseable {

  /** What comes of one pass, in the engine's own form. */
  Object pass(Message message, CustomerView view);

  /** The ids of the rows whose limit is reached, each with how many contacts it counted. */
  Map<String, Integer> reached(Message message, CustomerView view);

  @Override
  default void close() {}
}
