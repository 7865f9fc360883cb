/** Reads scenarios from YAML files. Whatever is wrong is said with file and line. */
@NullMarked
package org.moderato.scenario.file;

import org.jspecify.annotations.NullMarked;
