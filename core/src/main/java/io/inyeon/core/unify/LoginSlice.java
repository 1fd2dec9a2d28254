package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SharedPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A stretch of time in which a login gives the events of a device to somebody.
///
/// @param from its first millisecond; `null` from the beginning of time on, since what came before
///   the first login is the first's
/// @param last its last millisecond; `null` until further notice
/// @param login that began it
/// @param loginAt when that was
/// @param mine whether the anchor is one of the person's who was asked for
public record LoginSlice(
    Identifier device,
    SharedPolicy policy,
    @Nullable Long from,
    @Nullable Long last,
    Login login,
    long loginAt,
    boolean mine) {
  /// The slices that a person has, and those that others have of the person's devices; by device,
  /// in the order of time.
  ///
  /// @param part the person's identifiers
  /// @param fragments the keys of the person's fragments
  public static List<LoginSlice> of(
      SortedSet<Identifier> part, Collection<FragmentKey> fragments, Snapshot before, Rules rules) {
    var slices = new ArrayList<LoginSlice>();
    if (rules.types().anyByLogin()) {
      var courses = new Courses(new Draft(before, rules));
      for (var device : devices(part, fragments, rules)) {
        if (courses.decide(device)) {
          of(device, part, courses, rules, slices);
        }
      }
    }
    return slices;
  }

  /// The device whose logins give somebody the events of a fragment: the one that owns them but for
  /// a login. Others that an event names have no say in it, be they devices or not.
  public static Identifier device(FragmentKey fragment, Snapshot before, Rules rules) {
    var draft = new Draft(before, rules);
    draft.foresee(fragment.identifiers());
    return new Owners(draft, new Estrangement(draft)).of(fragment.identifiers(), fragment.rank());
  }

  private static SortedSet<Identifier> devices(
      SortedSet<Identifier> part, Collection<FragmentKey> fragments, Rules rules) {
    var devices = new TreeSet<>(part);
    for (var key : fragments) {
      if (key.heir() != null) {
        devices.addAll(key.identifiers());
      }
    }
    devices.removeIf(each -> !rules.types().byLogin(each.type()));
    return devices;
  }

  private static void of(
      Identifier device,
      SortedSet<Identifier> part,
      Courses courses,
      Rules rules,
      List<LoginSlice> slices) {
    var policy = rules.types().type(device.type()).policy();
    var begun = courses.begun(device);
    for (var i = 0; i < begun.size(); i++) {
      var one = begun.get(i);
      var mine = part.contains(one.login().anchor());
      if (mine || part.contains(device)) {
        var next = i + 1 < begun.size() ? begun.get(i + 1) : null;
        slices.add(
            new LoginSlice(
                device,
                policy,
                i == 0 ? null : Long.valueOf(one.at()),
                next == null ? null : Long.valueOf(next.at() - 1),
                one.login(),
                one.at(),
                mine));
      }
    }
  }
}
