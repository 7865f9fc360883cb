package org.moderato.release.drools;

/** The layers of the guard. All are on; a test switches one off to see that it matters. */
enum Layer {
  /** Data cells of rule tables are plain values. */
  CELLS,
  /** Rule text has allowed forms and names only. */
  FORMS,
  /** Compiled rules call what the allow-list has. */
  BYTE_CODE
}
