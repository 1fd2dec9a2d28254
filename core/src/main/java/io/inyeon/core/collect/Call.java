package io.inyeon.core.collect;

/// The kind of call by which an event came.
public enum Call {
  IDENTIFY,
  TRACK,
  PAGE,
  SCREEN,
  GROUP,
  ALIAS
}
