package io.inyeon.runtime.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Set;

/// The little that the log needs of a file system: one flat folder of its own.
///
/// Nothing is durable before it was forced: bytes by [Handle#force()], names by [#forceNames()]. A
/// name must be plain: letters, digits, dots. Implementations may be used by several threads.
public interface Disk extends AutoCloseable {
  /// The names of the files that are there.
  Set<String> names() throws IOException;

  /// Makes an empty file; fails when the name is taken.
  Handle create(String name) throws IOException;

  /// Opens a file that is there, to read and write.
  ///
  /// @throws java.nio.file.NoSuchFileException when it is not there
  Handle open(String name) throws IOException;

  /// Gives a file another name, atomically; whatever had that name is gone.
  void rename(String from, String to) throws IOException;

  /// Deletes a file; one that is not there is no error.
  void delete(String name) throws IOException;

  /// Makes durable what was created, renamed and deleted.
  void forceNames() throws IOException;

  /// How many bytes can still be written.
  long usableBytes() throws IOException;

  /// A number that nobody outside can guess.
  long salt();

  @Override
  void close() throws IOException;

  /// An open file. Handles of the same file see each other's writes at once.
  interface Handle extends AutoCloseable {
    long size() throws IOException;

    /// Reads some bytes, at least one unless the buffer is full.
    ///
    /// @return how many; -1 at the end of the file
    /// @throws java.nio.channels.ClosedChannelException when the handle is dead; any other
    ///   exception says that these bytes can't be read
    int read(ByteBuffer into, long offset) throws IOException;

    /// Writes all that remains in the buffer. After a failure any part may have been written.
    void write(ByteBuffer from, long offset) throws IOException;

    /// Makes durable what was written through any handle of the file.
    ///
    /// After a failure nobody knows what is durable, and trying again proves nothing: the system
    /// may have forgotten the pages that it could not write.
    void force() throws IOException;

    @Override
    void close() throws IOException;
  }
}
