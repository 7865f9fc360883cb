package org.moderato.sample;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.moderato.contact.ContactService;
import org.moderato.contact.CustomerService;
import org.moderato.contact.EventService;

/** Records the sample customers at start. Those that are there already stay as they are. */
@ApplicationScoped
class SampleLoader {

  private final SampleConfig config;
  private final CustomerService customers;
  private final ContactService contacts;
  private final EventService events;
  private final Clock clock;

  SampleLoader(
      SampleConfig config,
      CustomerService customers,
      ContactService contacts,
      EventService events,
      Clock clock) {
    this.config = config;
    this.customers = customers;
    this.contacts = contacts;
    this.events = events;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    if (!config.load()) {
      return;
    }
    SampleStories stories = new SampleStories(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    stories.customers().forEach(customers::put);
    stories.links().forEach(customers::link);
    contacts.recordAll(stories.contacts());
    events.recordAll(stories.events());
    Log.infof("sample customers loaded contacts=%d", stories.contacts().size());
  }
}
