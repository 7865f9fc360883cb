/**
 * Tests of what is packaged, as processes of their own: how the service starts, stops, dies and
 * comes back. Run by failsafe, after packaging.
 */
package org.moderato.packaged;
