package org.moderato.release;

/** The use of a release by one request. Give it back in {@code finally}. */
public final class Lease implements AutoCloseable {

  private final Release release;

  Lease(Release release) {
    this.release = release;
  }

  public Release release() {
    return release;
  }

  @Override
  public void close() {
    release.giveBack();
  }
}
