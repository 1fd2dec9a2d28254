package io.inyeon.runtime.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A key of 256 bits in a file of its own, under which bytes are sealed (AES-256-GCM, NIST SP
/// 800-38D): 12 bytes of nonce, then the sealed text, with a name as associated data, so that
/// nothing passes for something else.
public final class SealingKey {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec key;

  private SealingKey(SecretKeySpec key) {
    this.key = key;
  }

  /// The key of a file, which is made when it is not there, readable by its owner alone.
  ///
  /// @throws IOException when it cannot be read, or is no key
  public static SealingKey of(Path file) throws IOException {
    byte[] key;
    try {
      key = Base64.getMimeDecoder().decode(Files.readString(file));
    } catch (NoSuchFileException first) {
      key = new byte[32];
      RANDOM.nextBytes(key);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
    }
    if (key.length != 32) {
      throw new IOException(file + " is no key of 256 bits");
    }
    return new SealingKey(new SecretKeySpec(key, "AES"));
  }

  /// Seals bytes.
  ///
  /// @param name of what they are
  public byte[] seal(String name, byte[] text) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    try {
      var sealed = crypt(Cipher.ENCRYPT_MODE, nonce, name, text);
      var bytes = Arrays.copyOf(nonce, NONCE + sealed.length);
      System.arraycopy(sealed, 0, bytes, NONCE, sealed.length);
      return bytes;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every Java has it, and seals anything
    }
  }

  /// Opens what was sealed under a name.
  ///
  /// @throws IOException when it is damaged, of another key, or of another name
  public byte[] open(String name, byte[] sealed) throws IOException {
    if (sealed.length < NONCE) {
      throw new IOException(name + " is damaged");
    }
    try {
      return crypt(
          Cipher.DECRYPT_MODE,
          Arrays.copyOf(sealed, NONCE),
          name,
          Arrays.copyOfRange(sealed, NONCE, sealed.length));
    } catch (GeneralSecurityException e) {
      throw new IOException(name + " cannot be opened: it is damaged, or of another key", e);
    }
  }

  private byte[] crypt(int mode, byte[] nonce, String name, byte[] text)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(name.getBytes(UTF_8));
    return cipher.doFinal(text);
  }
}
