package io.inyeon.core.segment;

/// How many people entered and left a segment on one day.
public record Flow(long entered, long left) {
  Flow and(boolean entering) {
    return entering ? new Flow(entered + 1, left) : new Flow(entered, left + 1);
  }
}
