package org.moderato.strategy.table;

import java.util.Arrays;

/** Bit sets of one fixed size as plain arrays: no bounds to look after on the hot path. */
public final class Bits {

  private Bits() {}

  /** No bit is set. */
  public static long[] none(int size) {
    return new long[(size + 63) >> 6];
  }

  /** All bits up to a size are set. */
  public static long[] all(int size) {
    long[] bits = none(size);
    Arrays.fill(bits, -1L);
    if ((size & 63) != 0) {
      bits[bits.length - 1] = (1L << (size & 63)) - 1;
    }
    return bits;
  }

  public static void set(long[] bits, int position) {
    bits[position >> 6] |= 1L << (position & 63);
  }

  public static void clear(long[] bits, int position) {
    bits[position >> 6] &= ~(1L << (position & 63));
  }

  public static void and(long[] bits, long[] others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] &= others[i];
    }
  }

  public static void or(long[] bits, long[] others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= others[i];
    }
  }

  public static void andNot(long[] bits, long[] others) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] &= ~others[i];
    }
  }

  /** The positions that are set, ascending. */
  public static int[] positions(long[] bits) {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    int[] positions = new int[count];
    int next = 0;
    for (int i = 0; i < bits.length; i++) {
      for (long word = bits[i]; word != 0; word &= word - 1) {
        positions[next++] = (i << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    return positions;
  }
}
