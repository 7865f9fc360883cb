package org.moderato.packaged;

import java.net.URI;

/** Decides to which instance a client turns. */
interface Targets {

  /** Where to send the next request. */
  URI next();
}
