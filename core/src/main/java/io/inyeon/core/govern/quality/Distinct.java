package io.inyeon.core.govern.quality;

import io.inyeon.core.collect.Value;
import java.util.Arrays;

/// About how many different values there were: HyperLogLog (Flajolet and others, 2007) of 512
/// registers, which is off by 5 % as a rule, with linear counting where there are few. No value can
/// be read out of it.
///
/// Changes; one thread at a time.
public final class Distinct {
  /// Registers, a byte each.
  public static final int REGISTERS = 512;

  private static final int BITS = 9;
  private static final double ALPHA = 0.7213 / (1 + 1.079 / REGISTERS);

  private final byte[] registers;

  public Distinct() {
    this(new byte[REGISTERS]);
  }

  /// As it was kept.
  public Distinct(byte[] registers) {
    if (registers.length != REGISTERS) {
      throw new IllegalArgumentException(registers.length + " registers");
    }
    this.registers = registers.clone();
  }

  public void add(Value value) {
    // Whatever a value's hash is made of, this spreads it over all bits (SplitMix64's finisher).
    var hash = value.hashCode() * 0x9E3779B97F4A7C15L;
    hash = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    hash ^= hash >>> 31;
    var register = (int) (hash >>> (64 - BITS));
    var rank = (byte) (Long.numberOfLeadingZeros((hash << BITS) | (1L << (BITS - 1))) + 1);
    if (rank > registers[register]) {
      registers[register] = rank;
    }
  }

  /// Takes in what another has met.
  public void add(Distinct other) {
    for (var i = 0; i < REGISTERS; i++) {
      registers[i] = (byte) Math.max(registers[i], other.registers[i]);
    }
  }

  /// About how many.
  public long estimate() {
    var sum = 0.0;
    var empty = 0;
    for (var register : registers) {
      sum += Math.scalb(1.0, -register);
      empty += register == 0 ? 1 : 0;
    }
    var raw = ALPHA * REGISTERS * REGISTERS / sum;
    return raw <= 2.5 * REGISTERS && empty > 0
        ? Math.round(REGISTERS * Math.log((double) REGISTERS / empty))
        : Math.round(raw);
  }

  /// To be kept.
  public byte[] registers() {
    return registers.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Distinct distinct && Arrays.equals(registers, distinct.registers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(registers);
  }
}
