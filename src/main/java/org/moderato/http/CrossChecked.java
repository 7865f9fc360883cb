package org.moderato.http;

/** A body whose fields depend on each other. */
public interface CrossChecked {

  /**
   * Says what is wrong with fields beside each other. Called even if some of them could not be read
   * and are null.
   */
  void check(Errors errors);

  /** Takes what is wrong; the first error of a field is kept. */
  @FunctionalInterface
  interface Errors {

    void add(String field, String message);
  }
}
