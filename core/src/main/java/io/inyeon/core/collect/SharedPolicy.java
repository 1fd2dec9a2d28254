package io.inyeon.core.collect;

/// Whose events are that name a device and nobody stronger: a family's tablet, a shop's till.
///
/// Who *logs in* on it is told by events that name it beside an anchor.
public enum SharedPolicy {
  /// Whose tree holds the device.
  FIRST,
  /// The last to log in on it owns all of them.
  LAST,
  /// From one person's login to the next person's they are the one's; what came before the first
  /// login is the first's.
  BY_LOGIN
}
