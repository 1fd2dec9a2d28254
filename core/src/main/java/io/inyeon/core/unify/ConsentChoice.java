package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.govern.ConsentStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which consents hold for a person whose fragments say different things.
///
/// A withdrawal binds at once. A grant beats it only when the person spoke again: later than the
/// withdrawal and, when it came in another fragment, later than every link between the two was
/// first seen. A browser's or an app's grant binds its device; it binds the person once a trusted
/// source has linked that device to them.
final class ConsentChoice {
  /// One fragment's statements.
  private record Part(
      Identifier owner, SortedSet<Identifier> devices, boolean binding, Consents consents) {}

  /// Two identifiers between which the forest was asked.
  private record Ends(Identifier a, Identifier b) {}

  private final List<Part> parts = new ArrayList<>();
  private final Map<Ends, LinkPath.Path> paths = new HashMap<>();
  private final LinkPath links;

  private ConsentChoice(LinkPath links) {
    this.links = links;
  }

  /// Works out what holds of each purpose that was ever spoken of.
  ///
  /// @param members the identifiers of the profile
  /// @param representative the strongest of them: it stands for the person
  static SortedMap<String, Consent> of(
      Map<FragmentKey, Fragment> fragments,
      SortedSet<Identifier> members,
      Identifier representative,
      LinkPath links) {
    var choice = new ConsentChoice(links);
    var purposes = new TreeSet<String>(Table.BYTES);
    fragments.forEach((key, fragment) -> {
      if (!fragment.consents().isEmpty()) {
        choice.add(key, fragment.consents(), members, representative);
        purposes.addAll(fragment.consents().byPurpose().keySet());
      }
    });
    while (purposes.size() > Consents.LIMIT) {
      purposes.pollLast();
    }
    purposes.add(ConsentStatement.EVERYTHING);
    var consents = new TreeMap<String, Consent>(Table.BYTES);
    for (var purpose : purposes) {
      var consent = choice.decide(purpose);
      if (consent != null) {
        consents.put(purpose, consent);
      }
    }
    return Collections.unmodifiableSortedMap(consents);
  }

  private void add(
      FragmentKey key,
      Consents consents,
      SortedSet<Identifier> members,
      Identifier representative) {
    // What a login gives to somebody was said by them, on a device that may be another's.
    Identifier owner = key.heir();
    var devices = new TreeSet<Identifier>();
    for (var identifier : key.identifiers()) {
      if (members.contains(identifier)) {
        owner = owner == null ? identifier : owner;
        if (namesDevice(identifier.type())) {
          devices.add(identifier);
        }
      }
    }
    var binding = key.rank() <= SourceKind.SERVER.rank();
    for (var device : devices) {
      binding = binding || path(device, representative).trusted();
    }
    // A fragment of which no identifier is a member cannot be the caller's; fail closed all the
    // same.
    parts.add(
        new Part(owner == null ? key.identifiers().getFirst() : owner, devices, binding, consents));
  }

  /// Whether a type names a thing that a browser or an app runs on, and no person.
  static boolean namesDevice(String type) {
    return type.equals("anonymous_id") || type.startsWith("ios.") || type.startsWith("android.");
  }

  private @Nullable Consent decide(String purpose) {
    ConsentStatement granted = null;
    ConsentStatement onDevice = null;
    ConsentStatement withdrawn = null;
    var devices = new TreeSet<Identifier>();
    for (var part : parts) {
      withdrawn = ConsentStatement.later(withdrawn, part.consents.withdrawn(purpose));
      var grant = part.consents.granted(purpose);
      if (grant != null && stands(grant, part)) {
        if (part.binding) {
          granted = ConsentStatement.later(granted, grant);
        } else {
          onDevice = ConsentStatement.later(onDevice, grant);
          devices.addAll(part.devices);
        }
      }
    }
    if (granted != null) {
      return new Consent(Consent.State.GRANTED, granted, Collections.emptySortedSet());
    }
    if (withdrawn != null) {
      return new Consent(Consent.State.WITHDRAWN, withdrawn, devices);
    }
    return onDevice == null ? null : new Consent(Consent.State.DEVICES_ONLY, onDevice, devices);
  }

  /// Whether a grant beats every withdrawal of its purpose.
  private boolean stands(ConsentStatement grant, Part by) {
    for (var part : parts) {
      var withdrawal = part.consents.withdrawn(grant.purpose());
      if (withdrawal != null
          && (grant.time() <= withdrawal.time()
              || grant.time() <= path(by.owner, part.owner).latestFirstSeen())) {
        return false;
      }
    }
    return true;
  }

  private LinkPath.Path path(Identifier a, Identifier b) {
    if (a.equals(b)) {
      return LinkPath.Path.NONE;
    }
    return paths.computeIfAbsent(new Ends(a, b), ends -> links.between(ends.a, ends.b));
  }
}
