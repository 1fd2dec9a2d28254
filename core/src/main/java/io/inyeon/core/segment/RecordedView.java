package io.inyeon.core.segment;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Activity;
import io.inyeon.core.unify.Sessions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A person whose events are counted from the events themselves, and not from what is kept for
/// segments: for conditions that nobody saved.
public final class RecordedView implements ProfileView {
  private final ProfileView person;
  private final Meanings meanings;
  private final List<Event> events;
  private final MembersOf members;
  private final Map<Track, Occurrences> counted = new HashMap<>();

  /// What is known of the members of accounts.
  public interface MembersOf {
    /// For how many members of an account a condition holds; `null` when that is not known.
    @Nullable MemberCount of(String account, Condition condition);
  }

  /// A person with events.
  ///
  /// @param person everything but the events
  /// @param events all that the person has, in any order
  public RecordedView(ProfileView person, Meanings meanings, List<Event> events) {
    this(person, meanings, events, (_, _) -> null);
  }

  /// The same.
  ///
  /// @param members what the person's accounts do not keep themselves
  public RecordedView(
      ProfileView person, Meanings meanings, List<Event> events, MembersOf members) {
    this.members = members;
    this.person = person;
    this.meanings = meanings;
    this.events = List.copyOf(events);
  }

  @Override
  public Terms terms() {
    return person.terms();
  }

  @Override
  public @Nullable Value trait(String name) {
    return person.trait(name);
  }

  @Override
  public Occurrences occurrences(Track track, Reach reach) {
    return counted.computeIfAbsent(track, this::count);
  }

  private Occurrences count(Track track) {
    var all = new ArrayList<Occurrence>();
    for (var event : events) {
      all.addAll(track.all(event, terms()));
    }
    return Occurrences.of(track.role().stored(), all);
  }

  @Override
  public @Nullable Computation computed(String name) {
    var trait = meanings.trait(name);
    return trait == null ? null : Computation.of(trait.formula(), trait.measured(), this);
  }

  @Override
  public Activity activity() {
    return person.activity();
  }

  @Override
  public Sessions sessions() {
    return person.sessions();
  }

  @Override
  public long grantedUntil(String purpose) {
    return person.grantedUntil(purpose);
  }

  @Override
  public @Nullable BigDecimal score(String name) {
    return person.score(name);
  }

  @Override
  public @Nullable Condition segment(String id) {
    return meanings.condition(id);
  }

  @Override
  public List<Account> accounts() {
    return person.accounts().stream()
        .<Account>map(account -> new Recorded(account, members))
        .toList();
  }

  private record Recorded(Account account, MembersOf others) implements Account {
    @Override
    public String id() {
      return account.id();
    }

    @Override
    public @Nullable Value trait(String name) {
      return account.trait(name);
    }

    @Override
    public @Nullable MemberCount members(Condition condition) {
      var kept = account.members(condition);
      return kept == null ? others.of(id(), condition) : kept;
    }
  }
}
