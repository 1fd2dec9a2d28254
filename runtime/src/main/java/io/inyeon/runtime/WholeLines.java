package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.runtime.http.Tasks.Lines;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// The lines of a file that may still grow, as far as they are whole at one moment: the same
/// however often they are read.
final class WholeLines implements Lines {
  private static final int STEP = 1 << 16;

  private final Path file;
  private final long end;

  WholeLines(Path file) throws IOException {
    this.file = file;
    try (var channel = FileChannel.open(file)) {
      end = lastLineEnd(channel, channel.size());
    }
  }

  private static long lastLineEnd(FileChannel channel, long size) throws IOException {
    for (var to = size; to > 0; ) {
      var from = Math.max(0, to - STEP);
      var bytes = ByteBuffer.allocate((int) (to - from));
      while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
        // Reads on until the part is full.
      }
      for (var i = bytes.position() - 1; i >= 0; i--) {
        if (bytes.get(i) == '\n') {
          return from + i + 1;
        }
      }
      to = from;
    }
    return 0;
  }

  @Override
  public BufferedReader open() throws IOException {
    var bytes = new FirstBytes(Files.newInputStream(file), end);
    return new BufferedReader(new InputStreamReader(bytes, UTF_8), STEP);
  }

  private static final class FirstBytes extends FilterInputStream {
    private long left;

    FirstBytes(InputStream in, long most) {
      super(in);
      left = most;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      var read = super.read(to, offset, (int) Math.min(length, left));
      left -= Math.max(0, read);
      return read;
    }
  }
}
