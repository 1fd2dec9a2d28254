package io.inyeon.runtime.demo;

/// How an event must end, as the shop knows that made it.
public enum Expected {
  ACCEPTED,
  DUPLICATE,
  QUARANTINED
}
