package io.inyeon.runtime.signing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// A pair of keys that signs (Ed25519, RFC 8032), and a secret of its own, from which whoever holds
/// it may make salts. Made once, in a file that only its owner may read: three lines of Base64, the
/// private key (PKCS#8), the public one (X.509), and the secret.
public final class SigningKey {
  private static final int SECRET = 32;

  private final PrivateKey signing;
  private final String publicKey;
  private final byte[] secret;

  private SigningKey(PrivateKey signing, String publicKey, byte[] secret) {
    this.signing = signing;
    this.publicKey = publicKey;
    this.secret = secret;
  }

  /// Reads the keys, or makes them.
  public static SigningKey of(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException _) {
      lines = made(file);
    }
    if (lines.size() < 3) {
      throw new IOException(file + " does not hold keys");
    }
    try {
      var decoder = Base64.getDecoder();
      var signing =
          KeyFactory.getInstance("Ed25519")
              .generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.get(0))));
      return new SigningKey(signing, lines.get(1), decoder.decode(lines.get(2)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " does not hold keys", e);
    }
  }

  private static List<String> made(Path file) throws IOException {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      var secret = new byte[SECRET];
      new SecureRandom().nextBytes(secret);
      var encoder = Base64.getEncoder();
      var lines =
          List.of(
              encoder.encodeToString(pair.getPrivate().getEncoded()),
              encoder.encodeToString(pair.getPublic().getEncoded()),
              encoder.encodeToString(secret));
      var temporary = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(temporary);
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            temporary,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Files.write(temporary, lines);
      try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      return lines;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java 15 has Ed25519", impossible);
    }
  }

  /// X.509, Base64.
  public String publicKey() {
    return publicKey;
  }

  /// 32 bytes that nobody else knows.
  public byte[] secret() {
    return secret.clone();
  }

  /// Signs; Base64.
  public String sign(byte[] bytes) {
    return Base64.getEncoder().encodeToString(signature(bytes));
  }

  /// Signs.
  public byte[] signature(byte[] bytes) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(signing);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("a key of our own signs", impossible);
    }
  }

  /// Whether a signature is of the holder of a public key. Whatever cannot be read is none.
  public static boolean verifies(String publicKey, byte[] bytes, String signature) {
    try {
      PublicKey key =
          KeyFactory.getInstance("Ed25519")
              .generatePublic(new X509EncodedKeySpec(decoded(publicKey)));
      var verifying = Signature.getInstance("Ed25519");
      verifying.initVerify(key);
      verifying.update(bytes);
      return verifying.verify(decoded(signature));
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      return false;
    }
  }

  /// Reads Base64 that is written in the one way that there is: some bits of its last letter count
  /// for nothing, and a changed one must not pass.
  private static byte[] decoded(String written) {
    var bytes = Base64.getDecoder().decode(written);
    if (!Base64.getEncoder().encodeToString(bytes).equals(written)) {
      throw new IllegalArgumentException("not as Base64 is written");
    }
    return bytes;
  }
}
