package io.inyeon.runtime.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/// A set of numbers in their order, 8 to 16 bytes each: sorted arrays side by side. Not for several
/// threads at once.
final class SortedLongs {
  private static final int LARGEST = 512;

  /// One part of the numbers; never empty.
  private static final class Leaf {
    private long[] numbers;
    private int size;

    Leaf(long[] numbers, int size) {
      this.numbers = numbers;
      this.size = size;
    }

    int find(long number) {
      return Arrays.binarySearch(numbers, 0, size, number);
    }
  }

  private final List<Leaf> leaves = new ArrayList<>();
  private int size;

  int size() {
    return size;
  }

  /// Takes a number in; does nothing when it is there.
  void add(long number) {
    if (leaves.isEmpty()) {
      leaves.add(new Leaf(new long[LARGEST], 0));
    }
    var at = leaf(number);
    var leaf = leaves.get(at);
    var place = leaf.find(number);
    if (place >= 0) {
      return;
    }
    place = -place - 1;
    if (leaf.size == LARGEST) {
      // What comes last is added to most often: it leaves full parts behind.
      var left = place == LARGEST && at == leaves.size() - 1 ? LARGEST : LARGEST / 2;
      var right = new Leaf(new long[LARGEST], LARGEST - left);
      System.arraycopy(leaf.numbers, left, right.numbers, 0, right.size);
      leaf.size = left;
      leaves.add(at + 1, right);
      if (place >= left) {
        leaf = right;
        place -= left;
      }
    }
    System.arraycopy(leaf.numbers, place, leaf.numbers, place + 1, leaf.size - place);
    leaf.numbers[place] = number;
    leaf.size++;
    size++;
  }

  /// Takes a number out, if it is there.
  void remove(long number) {
    if (leaves.isEmpty()) {
      return;
    }
    var at = leaf(number);
    var leaf = leaves.get(at);
    var place = leaf.find(number);
    if (place < 0) {
      return;
    }
    leaf.size--;
    System.arraycopy(leaf.numbers, place + 1, leaf.numbers, place, leaf.size - place);
    size--;
    if (leaf.size == 0) {
      leaves.remove(at);
    } else if (at + 1 < leaves.size() && leaf.size + leaves.get(at + 1).size <= LARGEST / 2) {
      var next = leaves.remove(at + 1);
      System.arraycopy(next.numbers, 0, leaf.numbers, leaf.size, next.size);
      leaf.size += next.size;
    }
  }

  /// Goes from the largest number below another one downwards, until the reader has enough.
  void below(long number, LongPredicate reader) {
    if (leaves.isEmpty()) {
      return;
    }
    var at = leaf(number);
    var place = leaves.get(at).find(number);
    for (var i = (place >= 0 ? place : -place - 1) - 1; ; i--) {
      while (i < 0) {
        if (--at < 0) {
          return;
        }
        i = leaves.get(at).size - 1;
      }
      if (!reader.test(leaves.get(at).numbers[i])) {
        return;
      }
    }
  }

  /// All numbers, smallest first.
  long[] toArray() {
    var all = new long[size];
    var at = 0;
    for (var leaf : leaves) {
      System.arraycopy(leaf.numbers, 0, all, at, leaf.size);
      at += leaf.size;
    }
    return all;
  }

  /// The part in which a number is or belongs.
  private int leaf(long number) {
    var low = 0;
    var high = leaves.size() - 1;
    while (low < high) {
      var middle = (low + high + 1) >>> 1;
      if (leaves.get(middle).numbers[0] <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
