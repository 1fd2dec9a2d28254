package io.inyeon.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;

/// Sends requests over kept connections, all from one thread: a driver that shares the machine with
/// what it measures has to be light.
final class Driver implements AutoCloseable {
  private static final long LONGEST_NS = 60_000_000_000L;

  /// How long a refused request waits. Servers ask for whole seconds; the driver asks again sooner,
  /// so that what it measures is never idle, but not so soon that refusing becomes work.
  private static final long RETRY_NS = 250_000_000;

  private final Selector selector;
  private final List<Connection> connections = new ArrayList<>();
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
  private final ArrayDeque<Connection> told = new ArrayDeque<>();
  private int busy;

  /// One kept connection and the request that is under way on it.
  private static final class Connection {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Bytes request = new Bytes(4_096);
    private ByteBuffer out = ByteBuffer.allocate(0);
    private byte[] in = new byte[16_384];
    private int size;
    private long begun;
    private long again;
    private int events;

    private Connection(SocketChannel channel, SelectionKey key) {
      this.channel = channel;
      this.key = key;
    }

    /// Sends its request, from the beginning.
    private void send() throws IOException {
      size = 0;
      out = ByteBuffer.wrap(request.array(), request.start(), request.size() - request.start());
      write();
    }

    /// Writes as much as the other side takes.
    private void write() throws IOException {
      channel.write(out);
      key.interestOps(
          out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /// What was answered, on one line.
    private String answer() {
      var text = new String(in, 0, Math.min(size, 1_000), StandardCharsets.UTF_8);
      return text.replace("\r\n", " | ");
    }

    /// Reads what has come; whether the answer is whole.
    private boolean read() throws IOException {
      if (size == in.length) {
        in = Arrays.copyOf(in, 2 * size);
      }
      var count = channel.read(ByteBuffer.wrap(in, size, in.length - size));
      if (count < 0) {
        throw new EOFException("the server closed a connection");
      }
      size += count;
      var end = Response.end(in, size);
      return end != Response.INCOMPLETE && end <= size;
    }
  }

  /// What came of it.
  ///
  /// @param refusals how often a request had to be sent again
  /// @param failures answers other than success
  /// @param firstFailure the first of them; empty when there is none
  /// @param latency in nanoseconds: of open load from when the request was due
  record Tally(
      long requests,
      long events,
      long refusals,
      long failures,
      String firstFailure,
      long nanos,
      Histogram latency) {
    double eventsPerSecond() {
      return events * 1e9 / nanos;
    }

    double ms(double percentile) {
      return latency.getValueAtPercentile(percentile) / 1e6;
    }
  }

  /// Connects.
  Driver(InetSocketAddress address, int connections) throws IOException {
    selector = Selector.open();
    for (var i = 0; i < connections; i++) {
      var channel = SocketChannel.open(address);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      var key = channel.register(selector, SelectionKey.OP_READ);
      var connection = new Connection(channel, key);
      key.attach(connection);
      this.connections.add(connection);
      idle.add(connection);
    }
  }

  /// Sends the next request as soon as a connection's last one is answered. A request that is
  /// refused for now (429, 503) is sent again soon, as SDKs do, and is no failure.
  Tally closed(Requests requests, long nanos) throws IOException {
    return run(requests, 0, nanos);
  }

  /// Sends requests at their times, however long answers take. Each one's latency counts from the
  /// time at which it was due, so that a server that stalls is not spared.
  Tally open(Requests requests, double perSecond, long nanos) throws IOException {
    return run(requests, 1e9 / perSecond, nanos);
  }

  private Tally run(Requests requests, double every, long nanos) throws IOException {
    var latency = new Histogram(LONGEST_NS, 3);
    var begun = System.nanoTime();
    var sent = 0L;
    var events = 0L;
    var failures = 0L;
    var firstFailure = "";
    var refusals = 0L;
    var dry = false;
    while (true) {
      var now = System.nanoTime();
      if (!told.isEmpty() && told.getFirst().again <= now) {
        told.getFirst().send();
        told.removeFirst();
      }
      var due = every == 0 ? now : begun + (long) (sent * every);
      // What was due in time but waits for a connection is sent even after the time is over.
      var more = !dry && due - begun < nanos;
      if (more && due <= now && !idle.isEmpty()) {
        dry = !start(idle.remove(), requests, due);
        sent += dry ? 0 : 1;
        continue;
      }
      if (!more && busy == 0) {
        break;
      }
      selector.select(every == 0 && told.isEmpty() ? 1_000 : 1);
      for (var key : selector.selectedKeys()) {
        if (key.attachment() instanceof Connection connection) {
          if (key.isWritable()) {
            connection.write();
          }
          if (key.isReadable() && connection.read()) {
            var status = Response.status(connection.in);
            if (every == 0 && (status == 503 || status == 429) && now - begun < nanos) {
              connection.again = System.nanoTime() + RETRY_NS;
              told.add(connection);
              refusals++;
              continue;
            }
            latency.recordValue(
                Math.min(LONGEST_NS, Math.max(0, System.nanoTime() - connection.begun)));
            if (status / 100 == 2) {
              events += connection.events;
            } else if (failures++ == 0) {
              firstFailure = connection.answer();
            }
            idle.add(connection);
            busy--;
          }
        }
      }
      selector.selectedKeys().clear();
    }
    return new Tally(
        sent, events, refusals, failures, firstFailure, System.nanoTime() - begun, latency);
  }

  private boolean start(Connection connection, Requests requests, long due) throws IOException {
    var request = connection.request;
    request.start(0);
    request.size(0);
    connection.events = requests.next(request);
    if (connection.events == 0) {
      idle.addFirst(connection);
      return false;
    }
    connection.begun = due;
    connection.send();
    busy++;
    return true;
  }

  @Override
  public void close() throws IOException {
    for (var connection : connections) {
      connection.channel.close();
    }
    selector.close();
  }
}
