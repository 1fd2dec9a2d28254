package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.govern.ConsentStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
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
  private final SortedSet<String> purposes = new TreeSet<>(Table.BYTES);
  private final LinkPath links;

  private ConsentChoice(LinkPath links) {
    this.links = links;
  }

  /// Makes ready to choose.
  ///
  /// @param members the identifiers of the profile
  /// @param representative the strongest of them: it stands for the person
  static ConsentChoice of(
      Map<FragmentKey, Fragment> fragments,
      SortedSet<Identifier> members,
      Identifier representative,
      LinkPath links) {
    var choice = new ConsentChoice(links);
    fragments.forEach((key, fragment) -> {
      if (!fragment.consents().isEmpty()) {
        choice.add(key, fragment.consents(), members, representative);
        choice.purposes.addAll(fragment.consents().byPurpose().keySet());
      }
    });
    while (choice.purposes.size() > Consents.LIMIT) {
      choice.purposes.removeLast();
    }
    return choice;
  }

  /// What holds of each purpose that was ever spoken of.
  SortedMap<String, Consent> all() {
    var spoken = new TreeSet<>(purposes);
    spoken.add(ConsentStatement.EVERYTHING);
    var consents = new TreeMap<String, Consent>(Table.BYTES);
    for (var purpose : spoken) {
      var consent = of(List.of(purpose), _ -> true);
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

  /// What holds of a purpose; `null` when nobody spoke of it.
  ///
  /// @param names under which sources speak of it; a no under any of them is a no to the purpose
  /// @param admitted which grants may count at all
  @Nullable Consent of(Collection<String> names, Predicate<ConsentStatement> admitted) {
    var withdrawals = new ArrayList<@Nullable ConsentStatement>(parts.size());
    ConsentStatement withdrawn = null;
    for (var part : parts) {
      ConsentStatement no = null;
      for (var name : names) {
        no = ConsentStatement.later(no, part.consents.withdrawn(name));
      }
      withdrawals.add(no);
      withdrawn = ConsentStatement.later(withdrawn, no);
    }
    ConsentStatement granted = null;
    ConsentStatement onDevice = null;
    var devices = new TreeSet<Identifier>();
    for (var part : parts) {
      for (var name : names) {
        for (var grant : part.consents.granted(name)) {
          // What one fragment left out is granted by none.
          if (!purposes.contains(name)
              || !admitted.test(grant)
              || !stands(grant, part, withdrawals)) {
            continue;
          }
          if (part.binding) {
            granted = ConsentStatement.later(granted, grant);
          } else {
            onDevice = ConsentStatement.later(onDevice, grant);
            devices.addAll(part.devices);
          }
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
  ///
  /// @param withdrawals the latest of each part
  private boolean stands(
      ConsentStatement grant, Part by, List<@Nullable ConsentStatement> withdrawals) {
    for (var i = 0; i < parts.size(); i++) {
      var withdrawal = withdrawals.get(i);
      if (withdrawal != null
          && (grant.time() <= withdrawal.time()
              || grant.time() <= path(by.owner, parts.get(i).owner).latestFirstSeen())) {
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
