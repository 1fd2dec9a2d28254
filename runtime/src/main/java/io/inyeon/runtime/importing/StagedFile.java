package io.inyeon.runtime.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// An import's file until the import is over: what must not be kept (card and resident numbers) is
/// in it as it was sent, so it lies enciphered (AES-256-CTR, NIST SP 800-38A) under a key of its
/// own, and when it goes the key is overwritten, so that what the disk keeps of it is noise.
///
/// Counter mode, so that a part is written where it belongs and the file is as long as the one that
/// was sent; that nothing was changed is told by the SHA-256 that the import was announced with.
///
/// A file from before this was so has no key, and is read as it lies.
public final class StagedFile implements RowSource.Opening {
  private static final int KEY = 32;
  private static final int BLOCK = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Path key;
  private final Path plain;

  private StagedFile(Path folder) {
    file = folder.resolve("file");
    key = folder.resolve("file.key");
    plain = folder.resolve("file.plain");
  }

  /// That of an import.
  ///
  /// @param folder the import's
  public static StagedFile in(Path folder) {
    return new StagedFile(folder);
  }

  /// Whether anything of it is there.
  public boolean exists() {
    return Files.exists(file);
  }

  /// How many bytes of it are there.
  long size() throws IOException {
    return exists() ? Files.size(file) : 0;
  }

  /// Writes a part where it belongs, and forces it.
  void write(long offset, byte[] part) throws IOException {
    if (!exists()) {
      makeKey();
    }
    var buffer = ByteBuffer.wrap(Files.exists(key) ? crossed(offset, part) : part);
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (var at = offset; buffer.hasRemaining(); ) {
        at += channel.write(buffer, at);
      }
      channel.force(true);
    }
  }

  private void makeKey() throws IOException {
    var bytes = new byte[KEY + BLOCK];
    RANDOM.nextBytes(bytes);
    secret(key);
    try (var channel = FileChannel.open(key, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.force(true);
    }
  }

  /// Makes an empty file that nobody else on the machine may read, before anything is in it.
  private static void secret(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  private byte[] crossed(long offset, byte[] part) throws IOException {
    try {
      return cipher(offset).doFinal(part);
    } catch (GeneralSecurityException e) {
      throw new IOException("a part of a file cannot be enciphered", e);
    }
  }

  /// The stream of keys from a byte of the file on; it makes plain what is not, and the other way.
  private Cipher cipher(long offset) throws IOException {
    var bytes = Files.readAllBytes(key);
    if (bytes.length != KEY + BLOCK) {
      throw new IOException(key + " is no key");
    }
    var counter = Arrays.copyOfRange(bytes, KEY, bytes.length);
    var carry = offset / BLOCK;
    for (var i = BLOCK - 1; i >= 0 && carry != 0; i--) {
      carry += counter[i] & 0xFF;
      counter[i] = (byte) carry;
      carry >>>= Byte.SIZE;
    }
    try {
      var cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(bytes, 0, KEY, "AES"),
          new IvParameterSpec(counter));
      cipher.update(new byte[(int) (offset % BLOCK)]);
      return cipher;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES", e);
    }
  }

  /// Its bytes as they were sent.
  @Override
  public InputStream open() throws IOException {
    var in = Files.newInputStream(file);
    if (!Files.exists(key)) {
      return in;
    }
    try {
      return new Whole(new CipherInputStream(in, cipher(0)));
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /// Reads as much as was asked for: a stream that deciphers gives a block at a time.
  private static final class Whole extends FilterInputStream {
    Whole(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      var read = in.readNBytes(bytes, offset, length);
      return read == 0 && length > 0 ? -1 : read;
    }
  }

  /// The file as it was sent, for those who can read nothing but a file by its name: it lies plain
  /// beside the other one until [#coverUp], for this process alone to read.
  @Override
  public Path path() throws IOException {
    if (!Files.exists(key)) {
      return file;
    }
    secret(plain);
    try (var in = open();
        var out = Files.newOutputStream(plain, StandardOpenOption.WRITE)) {
      in.transferTo(out);
    }
    return plain;
  }

  /// Takes away what lies plain.
  void coverUp() throws IOException {
    wipe(plain);
  }

  /// Takes all of it away, first of all the key.
  public void delete() throws IOException {
    wipe(key);
    wipe(plain);
    Files.deleteIfExists(file);
  }

  /// Overwrites a file before it is deleted.
  private static void wipe(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      var zeros = ByteBuffer.allocate(1 << 16);
      for (var at = 0L; at < channel.size(); ) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), channel.size() - at));
        at += channel.write(zeros, at);
      }
      channel.force(true);
    } catch (NoSuchFileException none) {
      return;
    }
    Files.deleteIfExists(file);
  }
}
