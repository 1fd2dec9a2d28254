package io.inyeon.core.collect;

/// Where a source's events come from. It alone decides how far the source is trusted.
public enum SourceKind {
  BROWSER,
  APP,
  SERVER,
  IMPORT;

  /// Whether what it says about who is who outranks browsers and apps.
  public boolean trusted() {
    return this == SERVER || this == IMPORT;
  }

  /// The rank of the links that its events make: 1 trusted, 2 any other.
  public int rank() {
    return trusted() ? 1 : 2;
  }
}
