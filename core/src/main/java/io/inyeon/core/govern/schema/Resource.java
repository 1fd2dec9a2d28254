package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Value;
import java.util.HashMap;
import java.util.Map;

/// A schema with an address of its own, and the names in it.
final class Resource {
  private final String address;
  private final Value root;
  private final Dialect dialect;
  private final Map<String, Value> anchors = new HashMap<>();
  private final Map<String, Value> dynamicAnchors = new HashMap<>();
  private final Map<String, Node> dynamicNodes = new HashMap<>();

  /// A resource of which no names are known yet.
  ///
  /// @param address absolute, without a fragment
  Resource(String address, Value root, Dialect dialect) {
    this.address = address;
    this.root = root;
    this.dialect = dialect;
  }

  String address() {
    return address;
  }

  Value root() {
    return root;
  }

  Dialect dialect() {
    return dialect;
  }

  Map<String, Value> anchors() {
    return anchors;
  }

  Map<String, Value> dynamicAnchors() {
    return dynamicAnchors;
  }

  /// The same, compiled.
  Map<String, Node> dynamicNodes() {
    return dynamicNodes;
  }
}
