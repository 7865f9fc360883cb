package org.moderato;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The one place that time comes from. */
public class Clocks {

  /** For tools that run without a service; everything else has its clock injected. */
  public static Clock system() {
    return Clock.systemUTC();
  }

  @Produces
  @ApplicationScoped
  Clock clock() {
    return system();
  }
}
