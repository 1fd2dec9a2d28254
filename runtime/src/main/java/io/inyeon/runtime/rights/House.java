package io.inyeon.runtime.rights;

import io.inyeon.core.Entry;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.unify.Leftover;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.Trait;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.http.ErasureDesk;
import io.inyeon.runtime.http.Happened;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The workspace as people's rights see it.
public interface House {
  /// State in force.
  State state();

  /// Rules in force.
  Rules rules();

  /// The archive, for as long as the workspace is open.
  Archive archive();

  /// Milliseconds since 1970.
  long now();

  /// Makes an entry durable and waits until it is decided.
  void enter(Entry entry) throws Unavailable;

  /// The same with some of one kind, in one commit.
  void enterAll(List<? extends Entry> entries) throws Unavailable;

  /// All identifiers of a person; none when nobody is known by that name.
  Collection<Identifier> part(Who who) throws Unavailable;

  /// Waits until the archive has all that is committed, and state could begin from there.
  ///
  /// @throws IOException when it cannot be had now
  void catchUp() throws IOException, InterruptedException;

  /// Waits until what segments have to put on record is on record.
  void settleSegments() throws IOException, InterruptedException;

  /// Reads accepted events again, as they count now; `null` for one that does not.
  Function<Row, @Nullable Event> reading();

  /// An event as it counts; what was sent, where it did not count. `null` when it is no object.
  Value.@Nullable Fields counts(Row row);

  /// An event as the journal tells of it.
  Happened happened(Row row);

  /// The number of a source; -1 when there is none of this id.
  int source(String id);

  /// What the edge knew of an event besides its own bytes.
  Value.Fields context(Row row);

  /// To which import's row an event goes back, e.g. `imp_….12`; empty for others.
  String edgeId(Row row);

  /// The entry of a row that is no event.
  Entry entry(Row row);

  /// The bytes of such an entry.
  byte[] payload(Entry entry);

  /// What an erasure would take out, worked out by the decision itself; `null` when nobody is known
  /// by that name.
  @Nullable Leftover foreseen(ProfileId subject) throws Unavailable;

  /// By which identifier somebody is known; `null` for nobody.
  @Nullable Identifier identifier(Who who) throws Unavailable;

  /// A trait of somebody as it stands; `null` for none.
  @Nullable Trait trait(Who who, String name) throws Unavailable;

  /// Says something of a person by a source of the house's own.
  ///
  /// @param source its id, see [io.inyeon.core.collect.OwnSources]
  /// @param event see [io.inyeon.runtime.OwnWord#event]
  /// @return why it is not kept; empty when it is
  List<Violation> say(String source, Value.Fields event, String author) throws Unavailable;

  /// What was said so; `null` when it was erased since.
  Value.@Nullable Fields said(String source, String messageId) throws Unavailable;

  // ---- what lies beside state

  /// Position of the oldest entry that the log keeps.
  long logFrom();

  /// Overwrites entries of the log in place.
  void blank(SortedSet<Long> positions) throws IOException;

  /// Overwrites what the log's files hold besides entries.
  void wipeLog() throws IOException;

  /// Forgets the events that are kept in memory, for those who watch and for those who follow.
  void forgetRecent();

  /// The scratch workspaces that hold any of these.
  List<String> scratches(Collection<Identifier> people) throws Unavailable;

  /// Drops a scratch workspace.
  ///
  /// @throws IOException when somebody is in it
  void dropScratch(String name) throws IOException;

  /// Makes state, search and read-model anew, in folders of their own, and deletes the old ones.
  ///
  /// @throws IOException when that failed; the old ones are in force
  void rebuild(String author) throws IOException, InterruptedException;

  /// How many entries of the ledger of consents name any of these.
  int consents(Collection<Identifier> people);

  /// Erases these entries; their places in the chain stay.
  ///
  /// @param erasure its id, told in the ledger
  /// @return how many
  /// @throws IOException when the ledger cannot be brought up to date or written
  int eraseConsents(Collection<Identifier> people, String erasure)
      throws IOException, InterruptedException;

  /// Overwrites what the ledger's files hold besides entries.
  void wipeConsents();

  /// How much enrichers keep of any of these: what was sent of them, and what was answered.
  long enriched(Collection<Identifier> people);

  /// Has enrichers forget them; what is under way comes to nothing.
  ///
  /// @param first told to whom anything of them went, before it is forgotten
  /// @return how much it was
  /// @throws IOException when that could not be written down; nothing is forgotten then
  long forgetEnriched(Collection<Identifier> people, ErasureDesk.BeforeForgetting first)
      throws IOException;

  /// Overwrites what enrichers' files hold besides.
  void wipeEnriched();

  /// Finds in the counts of data quality what a source named after somebody.
  ///
  /// @param named whether a name is such a one
  /// @param forget whether it is forgotten, too
  /// @return how many days of events hold any
  int quality(Predicate<String> named, boolean forget) throws IOException, InterruptedException;

  /// Overwrites what the files of these counts hold besides.
  void wipeQuality();

  /// Takes out of the vocabulary what a source named after somebody.
  ///
  /// @param named whether a name or a value is such a one
  void forgetNames(Predicate<String> named) throws IOException, InterruptedException;

  /// Makes the vocabulary anew from what is on record.
  void forgetVocabulary() throws IOException, InterruptedException;
}
