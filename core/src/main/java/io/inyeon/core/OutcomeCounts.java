package io.inyeon.core;

/// How a source's events ended: received = accepted + duplicate + quarantined + dropped.
public record OutcomeCounts(long accepted, long duplicate, long quarantined, long dropped) {
  public static final OutcomeCounts NONE = new OutcomeCounts(0, 0, 0, 0);

  public long received() {
    return accepted + duplicate + quarantined + dropped;
  }

  public OutcomeCounts plus(OutcomeCounts other) {
    return new OutcomeCounts(
        accepted + other.accepted,
        duplicate + other.duplicate,
        quarantined + other.quarantined,
        dropped + other.dropped);
  }
}
