package io.inyeon.runtime.search;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// [Activity] on disk, whole, replaced by a rename.
///
/// ```
/// magic (4)  version (4)  state (8)  position (8)
/// trees (4)  { tree (8)  code (8)  print (4) }
/// divided trees (4)  { tree (8)  print (4)  people (4)  { seconds (8)  first (4)  known (1) } }
/// CRC-32C of all that (8)
/// ```
final class ActivityFile {
  private static final int MAGIC = 0x494E5941; // "INYA"
  private static final int VERSION = 2;
  private static final int BUFFER = 1 << 16;
  private static final int MOST = 1 << 28;

  private ActivityFile() {}

  /// What was read.
  ///
  /// @param state of which it is, see [io.inyeon.runtime.store.Touch.Kept]
  /// @param position of the log up to which it shows everything
  record Read(Activity activity, long state, long position) {}

  static void write(Path file, Activity activity, long state, long position) throws IOException {
    var saved = activity.saved();
    var temporary = file.resolveSibling(file.getFileName() + ".new");
    try (var channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var sum = new CRC32C();
      var to =
          new DataOutputStream(
              new CheckedOutputStream(
                  new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), sum));
      to.writeInt(MAGIC);
      to.writeInt(VERSION);
      to.writeLong(state);
      to.writeLong(position);
      to.writeInt(saved.trees().length);
      for (var i = 0; i < saved.trees().length; i++) {
        to.writeLong(saved.trees()[i]);
        to.writeLong(saved.codes()[i]);
        to.writeInt(saved.prints()[i]);
      }
      to.writeInt(saved.divided().size());
      var at = 0;
      for (var tree : saved.divided().entrySet()) {
        to.writeLong(tree.getKey());
        to.writeInt(saved.dividedPrints()[at++]);
        to.writeInt(tree.getValue().size());
        for (var one : tree.getValue()) {
          to.writeLong(one.seconds());
          to.writeInt(one.first());
          to.writeBoolean(one.known());
        }
      }
      to.writeLong(sum.getValue());
      to.flush();
      channel.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Reads it back.
  ///
  /// @throws IOException also when it is damaged, or of another version
  static Read read(Path file) throws IOException {
    var sum = new CRC32C();
    try (var from =
        new DataInputStream(
            new CheckedInputStream(
                new BufferedInputStream(Files.newInputStream(file), BUFFER), sum))) {
      if (from.readInt() != MAGIC || from.readInt() != VERSION) {
        throw new IOException(file + " is of another version");
      }
      var state = from.readLong();
      var position = from.readLong();
      var activity = new Activity();
      for (var left = count(from, file); left > 0; left--) {
        activity.restore(from.readLong(), from.readLong(), from.readInt());
      }
      for (var left = count(from, file); left > 0; left--) {
        var tree = from.readLong();
        var print = from.readInt();
        var people = new ArrayList<Activity.One>();
        for (var more = count(from, file); more > 0; more--) {
          people.add(new Activity.One(from.readLong(), from.readInt(), from.readBoolean()));
        }
        activity.put(tree, people);
        activity.print(tree, print);
      }
      var expected = sum.getValue();
      if (from.readLong() != expected) {
        throw new IOException(file + " is damaged");
      }
      return new Read(activity, state, position);
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new IOException(file + " is damaged", e);
    }
  }

  private static int count(DataInputStream from, Path file) throws IOException {
    var count = from.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException(file + " is damaged");
    }
    return count;
  }
}
