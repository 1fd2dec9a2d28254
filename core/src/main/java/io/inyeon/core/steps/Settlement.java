package io.inyeon.core.steps;

import io.inyeon.core.Change;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.Key;
import io.inyeon.core.Outcome;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.unify.Holder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a step hands back when it has been decided, to each whom that concerns.
final class Settlement {
  private Settlement() {}

  /// One for each that lent something, keeps what has changed, or puts the event on record. Those
  /// for identifiers that are in another tree now go by way of that tree, as onward mail of its
  /// own.
  static Map<Address, Message.HandBack> of(Walk walk, Decided decided, IdentifierTypes types) {
    var changes = new TreeMap<Address, List<Change>>();
    var moved = new TreeMap<Address, List<Address>>();
    for (var change : decided.changes()) {
      if (change.key() instanceof Key.NextTree) {
        continue;
      }
      var address = Address.of(change.key());
      changes.computeIfAbsent(address, _ -> new ArrayList<>()).add(change);
      if (change instanceof Change.Put<?>(Key.OfIdentifier _, Holder(var tree))) {
        moved.computeIfAbsent(new Address.OfTree(tree), _ -> new ArrayList<>()).add(address);
      }
    }
    var event = decided.outcome() instanceof Outcome.Accepted(var accepted, _, _) ? accepted : null;
    var devices = devices(event, types);
    var all = new TreeSet<>(changes.keySet());
    all.addAll(walk.lenders());
    all.addAll(devices);
    var backs = new TreeMap<Address, Message.HandBack>();
    for (var address : all) {
      backs.put(
          address,
          new Message.HandBack(
              walk.entry().position(),
              walk.lenders().contains(address),
              walk.clock() + 1,
              changes.getOrDefault(address, List.of()),
              devices.contains(address) ? event : null,
              List.of()));
    }
    moved.forEach((tree, identifiers) -> {
      var onward = new ArrayList<Mail>();
      identifiers.forEach(each -> onward.add(new Mail(each, take(backs, each))));
      backs.put(tree, take(backs, tree).with(onward));
    });
    return backs;
  }

  private static Message.HandBack take(Map<Address, Message.HandBack> backs, Address address) {
    var back = backs.remove(address);
    if (back == null) {
      throw new IllegalStateException("nothing changes at " + address);
    }
    return back;
  }

  /// The devices of an event of which logins decide: they keep a record of what names them.
  private static Set<Address> devices(@Nullable Event event, IdentifierTypes types) {
    var devices = new TreeSet<Address>();
    if (event != null) {
      for (var identifier : event.identifiers()) {
        if (types.byLogin(identifier.type()) && !types.blocked(identifier)) {
          devices.add(new Address.OfIdentifier(identifier));
        }
      }
    }
    return devices;
  }
}
