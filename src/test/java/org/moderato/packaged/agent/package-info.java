/** Makes the clocks of packaged instances go wrong, and takes protections from them. */
package org.moderato.packaged.agent;
