package io.inyeon.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/// Sends one event, and reads its profile back as soon as the position that covers it is known.
///
/// Some connections take turns, as many clients would: an answer that is late delays none but its
/// own.
final class Probe {
  private static final int CONNECTIONS = 8;

  private final String host;
  private final InetSocketAddress address;
  private final Requests events;
  private final String behind;
  private final String awaited;

  /// @param events one a request, answered in full
  Probe(String host, InetSocketAddress address, Requests events) {
    this(host, address, events, "", "");
  }

  /// The same, of what stands behind a profile's address, which is read again until it says
  /// something.
  ///
  /// @param behind e.g. `/segments`
  /// @param awaited what it has to say
  Probe(String host, InetSocketAddress address, Requests events, String behind, String awaited) {
    this.host = host;
    this.address = address;
    this.events = events;
    this.behind = behind;
    this.awaited = awaited;
  }

  /// Does it so many times a second. Each time counts from when it was due.
  void run(Histogram into, int perSecond, long nanos) throws IOException {
    var turns = new AtomicLong();
    var begun = System.nanoTime();
    var failed = new ConcurrentLinkedQueue<IOException>();
    var threads =
        IntStream.range(0, CONNECTIONS)
            .mapToObj(each ->
                Thread.ofPlatform()
                    .start(() -> {
                      try {
                        new Client().run(into, turns, begun, perSecond, nanos);
                      } catch (IOException broken) {
                        failed.add(broken);
                      }
                    }))
            .toList();
    for (var thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
    if (!failed.isEmpty()) {
      throw failed.element();
    }
  }

  /// One connection.
  private final class Client {
    private final Bytes request = new Bytes(4_096);
    private byte[] in = new byte[65_536];

    void run(Histogram into, AtomicLong turns, long begun, int perSecond, long nanos)
        throws IOException {
      try (var socket = new Socket()) {
        socket.setTcpNoDelay(true);
        socket.connect(address);
        while (true) {
          var due = begun + turns.getAndIncrement() * 1_000_000_000L / perSecond;
          if (due - begun >= nanos) {
            return;
          }
          while (System.nanoTime() < due) {
            LockSupport.parkNanos(due - System.nanoTime());
          }
          once(socket);
          var taken = System.nanoTime() - due;
          synchronized (into) {
            into.recordValue(taken);
          }
        }
      }
    }

    private void once(Socket socket) throws IOException {
      request.start(0);
      request.size(0);
      synchronized (events) {
        events.next(request);
      }
      var size = exchange(socket);
      var position = Response.text(in, size, "position");
      if (Response.status(in) != 200 || position.isEmpty()) {
        throw new IOException("ack=full answered " + Response.status(in) + " without a position");
      }
      var user = Response.text(request.array(), request.size(), "userId");
      var name =
          user.isEmpty()
              ? "anonymous_id:" + Response.text(request.array(), request.size(), "anonymousId")
              : "user_id:" + user;
      request.start(0);
      request.size(0);
      request.ascii("GET /api/v1/profiles/" + name + behind + "?at-least=" + position);
      request.ascii(" HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + Server.KEY);
      request.ascii("\r\n\r\n");
      for (var time = 0; time < 1_000; time++) {
        size = exchange(socket);
        if (Response.status(in) != 200) {
          throw new IOException(
              "the profile of " + name + " answered " + Response.status(in) + " after its event");
        }
        if (awaited.isEmpty() || new String(in, 0, size, UTF_8).contains(awaited)) {
          return;
        }
      }
      throw new IOException("the profile of " + name + " never said " + awaited);
    }

    private int exchange(Socket socket) throws IOException {
      socket
          .getOutputStream()
          .write(request.array(), request.start(), request.size() - request.start());
      var size = 0;
      while (Response.end(in, size) == Response.INCOMPLETE) {
        if (size == in.length) {
          in = Arrays.copyOf(in, 2 * size);
        }
        var count = socket.getInputStream().read(in, size, in.length - size);
        if (count < 0) {
          throw new EOFException("the server closed the connection");
        }
        size += count;
      }
      return size;
    }
  }
}
