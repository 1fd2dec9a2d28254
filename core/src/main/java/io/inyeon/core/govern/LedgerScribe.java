package io.inyeon.core.govern;

import java.util.ArrayList;
import java.util.List;

/// Decides what of an event's statements the consent ledger records.
///
/// A statement that says what was said before by the same people's identifiers and the same source
/// is a repetition, and none is recorded for itself. Where another word comes in late, with an
/// earlier time than a repetition, that repetition is recorded first: it is what the earlier word
/// stands against. So the ledger holds the proof of every state that it shows, and grows with what
/// people decide and not with what their browsers send.
public final class LedgerScribe {
  private LedgerScribe() {}

  /// What somebody decided.
  public enum Decision {
    GRANTED,
    /// They took a yes back.
    WITHDRAWN,
    /// They said no without having said yes before.
    REFUSED
  }

  /// Something to record.
  ///
  /// @param statement with the time and messageId of the event that it was said in
  /// @param repeated whether it says again what was recorded before
  public record Line(ConsentStatement statement, Decision decision, boolean repeated) {}

  /// Lines and what is remembered after them.
  public record Written(List<Line> lines, LedgerMemory memory) {
    public Written {
      lines = List.copyOf(lines);
    }
  }

  /// Goes through an event's statements.
  ///
  /// @param before what is remembered of the same identifiers
  /// @param position of the event
  public static Written write(
      List<ConsentStatement> statements, LedgerMemory before, long position) {
    var lines = new ArrayList<Line>();
    var memory = before;
    for (var statement : statements) {
      var purpose = statement.purpose();
      var word = memory.of(purpose);
      if (word == null) {
        lines.add(new Line(statement, decision(statement, memory), false));
        memory = memory.with(purpose, LedgerMemory.Word.of(statement, position));
      } else if (word.same(statement)) {
        if (statement.time() > word.again()) {
          memory =
              memory.with(
                  purpose,
                  new LedgerMemory.Word(
                      word.statement(), statement.time(), statement.messageId(), position));
        }
      } else {
        var again = again(word);
        var late = statement.compareTo(again) < 0;
        if (late && word.again() > word.statement().time()) {
          lines.add(new Line(again, decision(again, memory), true));
          memory =
              memory.with(
                  purpose,
                  new LedgerMemory.Word(again, word.again(), word.againId(), word.againAt()));
        }
        lines.add(new Line(statement, decision(statement, memory), false));
        if (!late) {
          memory = memory.with(purpose, LedgerMemory.Word.of(statement, position));
        }
      }
    }
    return new Written(lines, memory);
  }

  private static ConsentStatement again(LedgerMemory.Word word) {
    var said = word.statement();
    return new ConsentStatement(
        said.purpose(),
        said.granted(),
        word.again(),
        word.againId(),
        said.source(),
        said.wording(),
        said.language(),
        said.channel(),
        said.expiresAt(),
        said.guardian());
  }

  private static Decision decision(ConsentStatement statement, LedgerMemory memory) {
    if (statement.granted()) {
      return Decision.GRANTED;
    }
    var word = memory.of(statement.purpose());
    var all = statement.purpose().equals(ConsentStatement.EVERYTHING);
    return all || (word != null && word.statement().granted())
        ? Decision.WITHDRAWN
        : Decision.REFUSED;
  }
}
