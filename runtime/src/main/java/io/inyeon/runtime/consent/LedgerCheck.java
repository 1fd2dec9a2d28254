package io.inyeon.runtime.consent;

import io.inyeon.core.govern.LedgerLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Goes through a whole ledger, and finds every byte that was changed, every entry that was taken
/// away or put elsewhere, and says where. Needs no server, and may run beside one.
public final class LedgerCheck {
  private static final int MOST_FAULTS = 100;

  private final Path folder;
  private final List<Fault> faults = new ArrayList<>();
  private final TreeSet<Long> blank = new TreeSet<>();
  private final TreeSet<Long> erased = new TreeSet<>();
  private final TreeMap<Long, String> links = new TreeMap<>();
  private long entries;

  private LedgerCheck(Path folder) {
    this.folder = folder;
  }

  /// Something that is not as it was written.
  ///
  /// @param entry number of the entry that should be there
  /// @param file name of the file, empty when none can be named
  /// @param offset of the entry within the file
  public record Fault(String code, long entry, String file, long offset, String what) {}

  /// What was found.
  ///
  /// @param entries whole or erased ones, as far as they could be followed
  /// @param erased how many are blank, as they ought to be
  /// @param faults the first hundred
  /// @param signed the number of the last entry, as it is signed; -1 when that cannot be read
  /// @param publicKey of the ledger; empty when it cannot be read
  public record Found(
      long entries, long erased, List<Fault> faults, long signed, String publicKey) {
    public Found {
      faults = List.copyOf(faults);
    }
  }

  /// Checks the ledger of a folder.
  public static Found check(Path folder) throws IOException {
    return new LedgerCheck(folder).run().found();
  }

  /// The same for one who wants to know an entry's link.
  ///
  /// @return `null` when there is no such entry
  public static @Nullable String link(Path folder, long number) throws IOException {
    return new LedgerCheck(folder).run(number).links.get(number);
  }

  private @Nullable LedgerHead head;

  private Found found() {
    var signed = head;
    return new Found(
        entries,
        blank.size(),
        faults,
        signed == null ? -1 : signed.number(),
        signed == null ? "" : signed.publicKey());
  }

  private LedgerCheck run(long... wanted) throws IOException {
    // The head first: what is written while we read comes behind it.
    try {
      head = LedgerHead.read(folder);
      if (head != null && !head.signed()) {
        fault("head_changed", 0, LedgerHead.FILE, 0, "the signature does not fit");
      }
    } catch (IOException e) {
      fault("head_unreadable", 0, LedgerHead.FILE, 0, String.valueOf(e.getMessage()));
    }
    var files =
        Files.isDirectory(folder)
            ? LedgerFiles.listed(folder)
            : Collections.<Long, Path>emptyNavigableMap();
    var link = LedgerLink.first();
    for (var file : files.entrySet()) {
      if (file.getKey() != entries + 1) {
        fault(
            "entries_missing",
            entries + 1,
            name(file.getValue()),
            0,
            "the file begins with entry " + file.getKey());
        entries = file.getKey() - 1;
        link = null;
      }
      link = file(file.getValue(), link, file.equals(files.lastEntry()), wanted);
    }
    ends();
    return this;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private void fault(String code, long entry, String file, long offset, String what) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(new Fault(code, entry, file, offset, what));
    }
  }

  /// @param before the link before the file; `null` when it is not known
  private byte @Nullable [] file(Path file, byte @Nullable [] before, boolean last, long[] wanted)
      throws IOException {
    var link = before;
    try (var channel = FileChannel.open(file)) {
      var size = channel.size();
      var at = 0L;
      while (at < size) {
        var start = LedgerFiles.filled(channel, at, Frame.HEAD);
        var length = start == null ? -1 : Frame.length(start);
        var bytes = length < 0 ? null : LedgerFiles.filled(channel, at, length);
        if (bytes == null) {
          return unreadable(file, at, last);
        }
        var frame = Frame.read(bytes);
        link = frame(frame, link, file, at);
        if (!frame.whole() && !nothing(bytes)) {
          fault("blank_written", entries, name(file), at, "an erased entry is not empty");
        }
        for (var number : wanted) {
          if (number == frame.head().number()) {
            links.put(number, HexFormat.of().formatHex(frame.link()));
          }
        }
        at += length;
      }
    }
    return link;
  }

  /// Whether salt and payload are blank.
  private static boolean nothing(ByteBuffer frame) {
    for (var i = Frame.SALT_AT; i < frame.limit(); i++) {
      if (frame.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  private byte @Nullable [] unreadable(Path file, long at, boolean last) {
    // Behind what the head vouches for a frame may be under way just now.
    var signed = head;
    if (!last || signed == null || entries < signed.number()) {
      fault("entry_unreadable", entries + 1, name(file), at, "no entry begins here");
    }
    return null;
  }

  private byte[] frame(Frame frame, byte @Nullable [] before, Path file, long at) {
    var expected = entries + 1;
    var number = frame.head().number();
    if (number != expected) {
      fault(
          number > expected ? "entries_missing" : "entry_out_of_order",
          expected,
          name(file),
          at,
          "entry " + number + " stands here");
    }
    if (before != null
        && !Arrays.equals(LedgerLink.of(before, frame.head(), frame.payloadHash()), frame.link())) {
      fault("link_broken", expected, name(file), at, "it does not follow from the entry before it");
    }
    var salt = frame.salt();
    var payload = frame.payload();
    if (salt == null || payload == null) {
      blank.add(number);
    } else if (!Arrays.equals(LedgerLink.payload(salt, payload), frame.payloadHash())) {
      fault("payload_changed", expected, name(file), at, "it does not say what was recorded");
    } else if (frame.head().kind() == Frame.ERASURE) {
      erased.addAll(Erasing.numbers(payload));
    }
    entries = number;
    var signed = head;
    if (signed != null
        && signed.number() == number
        && !signed.link().equals(HexFormat.of().formatHex(frame.link()))) {
      fault("head_differs", number, name(file), at, "the signed head has another link");
    }
    return frame.link();
  }

  private void ends() {
    var signed = head;
    if (signed == null && entries > 0) {
      fault("head_missing", entries, LedgerHead.FILE, 0, "nothing says how long the ledger is");
    }
    if (signed != null && entries < signed.number()) {
      fault(
          "entries_missing",
          entries + 1,
          "",
          0,
          "the ledger had " + signed.number() + " entries and ends after " + entries);
    }
    for (var number : blank) {
      if (!erased.contains(number)) {
        fault("blank_without_erasure", number, "", 0, "no erasure names it");
      }
    }
  }
}
