/**
 * Compares what clients wrote down with what the tables hold. Shares nothing with the service: it
 * knows the promises, the answers' form and the columns, and works all else out for itself.
 */
package org.moderato.packaged.check;
