package org.moderato.command;

/** In which form a command answers. */
enum Format {
  TEXT,
  JUNIT,
  JSON
}
