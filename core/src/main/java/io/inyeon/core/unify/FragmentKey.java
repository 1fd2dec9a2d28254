package io.inyeon.core.unify;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events with the same whole list of identifiers, from sources of the same kind, make one
/// fragment.
///
/// The kind decides the rank. It is finer than the rank because the rules may let one kind of
/// source link by a type and another of the same rank not; so what a fragment's events say about
/// who is who follows from its key and its best stamp alone.
///
/// @param identifiers strongest first, blocked ones included Where logins decide whose a device's
///   events are, these stand apart by whose they are, and by the span of time that they fall in;
///   see [Slices].
///
/// @param kind of the events' sources
/// @param span in which they happened; all of time where logins decide nothing
/// @param heir the anchor to whom a login gives them; `null` when they are the owner's own
public record FragmentKey(
    List<Identifier> identifiers, SourceKind kind, Span span, @Nullable Identifier heir)
    implements Comparable<FragmentKey> {
  public FragmentKey {
    identifiers = List.copyOf(identifiers);
    if (identifiers.isEmpty()) {
      throw new IllegalArgumentException("a fragment of nobody");
    }
  }

  /// Events for which logins decide nothing.
  public FragmentKey(List<Identifier> identifiers, SourceKind kind) {
    this(identifiers, kind, Span.WHOLE, null);
  }

  /// Where an event is counted if logins decide nothing.
  public static FragmentKey of(Event event) {
    return new FragmentKey(event.identifiers(), event.kind());
  }

  /// The same list and kind, whoever has them and whenever.
  public FragmentKey whole() {
    return heir == null && span.equals(Span.WHOLE) ? this : in(Span.WHOLE, null);
  }

  /// The same list and kind elsewhere.
  FragmentKey in(Span otherSpan, @Nullable Identifier otherHeir) {
    return new FragmentKey(identifiers, kind, otherSpan, otherHeir);
  }

  /// The rank of its events' links.
  public int rank() {
    return kind.rank();
  }

  /// The order of storage.
  @Override
  public int compareTo(FragmentKey that) {
    var common = Math.min(identifiers.size(), that.identifiers.size());
    for (var i = 0; i < common; i++) {
      var order = identifiers.get(i).compareTo(that.identifiers.get(i));
      if (order != 0) {
        return order;
      }
    }
    var bySize = Integer.compare(identifiers.size(), that.identifiers.size());
    if (bySize != 0 || kind != that.kind) {
      return bySize != 0 ? bySize : kind.compareTo(that.kind);
    }
    var bySpan = span.compareTo(that.span);
    if (bySpan != 0 || heir == null || that.heir == null) {
      return bySpan != 0 ? bySpan : Boolean.compare(heir != null, that.heir != null);
    }
    return heir.compareTo(that.heir);
  }
}
