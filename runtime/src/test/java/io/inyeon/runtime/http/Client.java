package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// A client without any opinion of its own: what a test writes is what the server gets.
record Client(int port) {
  /// A request with a body and headers, each `Name: value`.
  Reply send(String method, String path, byte[] body, String... headers) {
    return raw(request(method, path, body, headers));
  }

  Reply post(String path, String body, String... headers) {
    return send("POST", path, body.getBytes(UTF_8), headers);
  }

  Reply get(String path, String... headers) {
    return raw((head("GET", path, headers) + "\r\n").getBytes(ISO_8859_1));
  }

  static byte[] request(String method, String path, byte[] body, String... headers) {
    var head = head(method, path, headers) + "Content-Length: " + body.length + "\r\n\r\n";
    return joined(head.getBytes(ISO_8859_1), body);
  }

  static String head(String method, String path, String... headers) {
    var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: shop.example\r\n");
    for (var header : headers) {
      head.append(header).append("\r\n");
    }
    return head.toString();
  }

  /// The body in chunks of so many bytes.
  static byte[] chunked(byte[] body, int size) {
    var out = new ByteArrayOutputStream();
    for (var at = 0; at < body.length; at += size) {
      var end = Math.min(body.length, at + size);
      out.writeBytes((Integer.toHexString(end - at) + "\r\n").getBytes(ISO_8859_1));
      out.write(body, at, end - at);
      out.writeBytes("\r\n".getBytes(ISO_8859_1));
    }
    out.writeBytes("0\r\n\r\n".getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /// Whatever these bytes are answered with.
  Reply raw(byte[] bytes) {
    return raw(List.of(bytes)).getFirst();
  }

  /// A connection of one's own.
  Socket connect() throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    return socket;
  }

  /// The answers to several requests on one connection, one after the other.
  List<Reply> raw(List<byte[]> requests) {
    try (var socket = connect()) {
      var in = socket.getInputStream();
      var replies = new ArrayList<Reply>();
      for (var request : requests) {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
        var isHead = new String(request, 0, Math.min(5, request.length), ISO_8859_1);
        replies.add(read(in, isHead.equals("HEAD ")));
      }
      return replies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reply read(InputStream in, boolean head) throws IOException {
    var first = line(in);
    if (!first.startsWith("HTTP/1.1 ")) {
      throw new IOException("no status line: '" + first + "'");
    }
    var headers = new TreeMap<String, String>();
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      var colon = line.indexOf(':');
      headers.merge(
          line.substring(0, colon).toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip(),
          (a, b) -> a + " | " + b);
    }
    var length = head ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
    var body = in.readNBytes(length);
    if (body.length < length) {
      throw new IOException("the body was cut off: " + Arrays.toString(body));
    }
    return new Reply(Integer.parseInt(first.substring(9, 12)), headers, body);
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (var next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("closed after '" + line.toString(ISO_8859_1) + "'");
      }
      line.write(next);
    }
    return line.toString(ISO_8859_1).stripTrailing();
  }
}
