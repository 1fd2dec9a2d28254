package io.inyeon.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;

/// Sends requests over kept connections, all from one thread: a driver that shares the machine with
/// what it measures has to be light.
final class Driver implements AutoCloseable {
  private static final long LONGEST_NS = 60_000_000_000L;

  private final Selector selector;
  private final List<Connection> connections = new ArrayList<>();
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
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
    private int events;

    private Connection(SocketChannel channel, SelectionKey key) {
      this.channel = channel;
      this.key = key;
    }

    /// Writes as much as the other side takes.
    private void write() throws IOException {
      channel.write(out);
      key.interestOps(
          out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
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
  /// @param failures answers other than success
  /// @param latency in nanoseconds: of open load from when the request was due
  record Tally(long requests, long events, long failures, long nanos, Histogram latency) {
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

  /// Sends the next request as soon as a connection's last one is answered.
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
    var dry = false;
    while (true) {
      var now = System.nanoTime();
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
      selector.select(every == 0 ? 1_000 : 1);
      for (var key : selector.selectedKeys()) {
        if (key.attachment() instanceof Connection connection) {
          if (key.isWritable()) {
            connection.write();
          }
          if (key.isReadable() && connection.read()) {
            latency.recordValue(
                Math.min(LONGEST_NS, Math.max(0, System.nanoTime() - connection.begun)));
            var good = Response.status(connection.in) / 100 == 2;
            failures += good ? 0 : 1;
            events += good ? connection.events : 0;
            connection.size = 0;
            idle.add(connection);
            busy--;
          }
        }
      }
      selector.selectedKeys().clear();
    }
    return new Tally(sent, events, failures, System.nanoTime() - begun, latency);
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
    connection.size = 0;
    connection.out =
        ByteBuffer.wrap(request.array(), request.start(), request.size() - request.start());
    connection.write();
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
