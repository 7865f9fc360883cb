/**
 * Reads workbooks into typed rows and says what is wrong with them, cell by cell. The only package
 * that reads with POI.
 */
@NullMarked
package org.moderato.release.workbook;

import org.jspecify.annotations.NullMarked;
