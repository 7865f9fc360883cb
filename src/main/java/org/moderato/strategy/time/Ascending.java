package org.moderato.strategy.time;

/** Places in numbers that ascend; equal ones may follow each other. */
final class Ascending {

  private Ascending() {}

  /** Index of the first number above a limit, or how many there are. */
  static int firstAbove(long[] numbers, long limit) {
    int low = 0;
    int high = numbers.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers[middle] <= limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The same from an index on, when it is not far to go. */
  static int skip(long[] numbers, int from, long limit) {
    int index = from;
    while (index < numbers.length && numbers[index] <= limit) {
      index++;
    }
    return index;
  }
}
