package org.moderato.packaged;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Instances that share a database. */
final class Cluster implements AutoCloseable, Targets {

  private final List<PackagedService> instances;

  Cluster(List<PackagedService> instances) throws IOException {
    this.instances = instances;
    restart();
  }

  /** Starts them all at once, none of whom lives, and waits for them. */
  void restart() throws IOException {
    for (PackagedService instance : instances) {
      instance.launch();
    }
    instances.forEach(PackagedService::awaitReady);
  }

  int size() {
    return instances.size();
  }

  PackagedService instance(int number) {
    return instances.get(number % instances.size());
  }

  /** Any of them, dead or alive. */
  @Override
  public URI next() {
    return instance(ThreadLocalRandom.current().nextInt(instances.size())).address();
  }

  /** Those who say that they are ready. */
  List<URI> ready() {
    return instances.stream()
        .filter(PackagedService::isReady)
        .map(PackagedService::address)
        .toList();
  }

  @Override
  public void close() {
    instances.forEach(PackagedService::close);
  }
}
