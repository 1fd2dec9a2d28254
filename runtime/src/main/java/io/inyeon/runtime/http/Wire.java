package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.helidon.common.socket.HelidonSocket;
import io.helidon.webserver.ServerConnectionException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One connection's bytes on their way in.
///
/// A proxy that speaks HTTP/1.0 (what nginx did by default for many years) gets its answer and then
/// the connection is closed, as that version has it; the server itself knows 1.1 only.
final class Wire implements Supplier<byte @Nullable []> {
  static final ScopedValue<Wire> CURRENT = ScopedValue.newInstance();

  private static final int LONGEST_LINE = 64 * 1024;
  private static final int LINGER_BYTES = 16 * 1024 * 1024;
  private static final Duration LINGER = Duration.ofSeconds(2);
  private static final byte[] OLD = " HTTP/1.0\r\n".getBytes(ISO_8859_1);
  private static final byte[] NEW = " HTTP/1.1\r\nConnection: close\r\n".getBytes(ISO_8859_1);

  private final HelidonSocket socket;
  private boolean begun;

  /// A read under way, or done, that nobody has taken yet; `null` inside at the end.
  private @Nullable CompletableFuture<byte @Nullable []> ahead;

  Wire(HelidonSocket socket) {
    this.socket = socket;
  }

  @Override
  public byte @Nullable [] get() {
    if (begun) {
      return read();
    }
    begun = true;
    var bytes = read();
    while (bytes != null && bytes.length < LONGEST_LINE && newLine(bytes) < 0) {
      var more = read();
      if (more == null) {
        return bytes;
      }
      bytes = joined(bytes, bytes.length, more, 0);
    }
    return bytes == null ? null : renewed(bytes);
  }

  /// Reads and forgets what is still coming, for a while, so that the sender gets to read the
  /// answer: closing at once would tear down the connection with the answer in it.
  void linger() {
    var watch = Thread.startVirtualThread(this::closeLater);
    var left = LINGER_BYTES;
    while (left > 0) {
      var bytes = read();
      if (bytes == null) {
        break;
      }
      left -= bytes.length;
    }
    watch.interrupt();
  }

  /// Whether the other side has hung up, while nothing is read. What it sends meanwhile is not
  /// lost: one read is begun ahead, by whose end a hang-up shows. The library's own watch
  /// ([HelidonSocket#idle]) does nothing on the sockets of this server.
  boolean gone() {
    var reading = ahead;
    if (reading == null) {
      var begins = new CompletableFuture<byte @Nullable []>();
      Thread.ofVirtual().name("watch").start(() -> readAhead(begins));
      ahead = begins;
      return false;
    }
    return reading.isDone() && (reading.isCompletedExceptionally() || reading.join() == null);
  }

  private void readAhead(CompletableFuture<byte @Nullable []> to) {
    try {
      to.complete(socket.get());
    } catch (RuntimeException e) {
      to.completeExceptionally(e);
    }
  }

  private void closeLater() {
    try {
      Thread.sleep(LINGER);
      socket.close();
    } catch (InterruptedException _) {
      // The sender was done sooner.
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException _) {
      // It is closed already, which is all that is wanted.
    }
  }

  private byte @Nullable [] read() {
    var reading = ahead;
    ahead = null;
    try {
      return reading == null ? socket.get() : reading.get();
    } catch (UncheckedIOException | ExecutionException e) {
      throw new ServerConnectionException("the connection broke", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerConnectionException("the connection is to end", e);
    }
  }

  private static byte[] renewed(byte[] bytes) {
    var end = newLine(bytes) + 1;
    var start = end - OLD.length;
    if (start < 0 || !Arrays.equals(bytes, start, end, OLD, 0, OLD.length)) {
      return bytes;
    }
    return joined(joined(bytes, start, NEW, 0), start + NEW.length, bytes, end);
  }

  private static int newLine(byte[] bytes) {
    for (var i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static byte[] joined(byte[] first, int length, byte[] second, int from) {
    var all = Arrays.copyOf(first, length + second.length - from);
    System.arraycopy(second, from, all, length, second.length - from);
    return all;
  }
}
