package io.inyeon.runtime.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.runtime.http.ErasureDesk;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/// Signs certificates with the workspace's own key: Ed25519 (RFC 8032), as a JSON Web Signature in
/// its flattened form (RFC 7515, `EdDSA` of RFC 8037). Whoever has the public key can check that a
/// certificate is of this workspace and that nobody changed it.
///
/// The key is made when it is first needed, in `rights/signing.key` (PKCS#8) and `signing.pub`
/// (X.509), both base64; only the owner of the process may read the first.
public final class Certificate {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final PrivateKey key;
  private final PublicKey open;

  private Certificate(PrivateKey key, PublicKey open) {
    this.key = key;
    this.open = open;
  }

  /// Takes up the workspace's key, or makes it.
  static Certificate of(Path folder) throws IOException {
    Files.createDirectories(folder);
    var secret = folder.resolve("signing.key");
    var shown = folder.resolve("signing.pub");
    try {
      var factory = KeyFactory.getInstance("Ed25519");
      try {
        var from = Base64.getMimeDecoder();
        return new Certificate(
            factory.generatePrivate(new PKCS8EncodedKeySpec(from.decode(Files.readString(secret)))),
            factory.generatePublic(new X509EncodedKeySpec(from.decode(Files.readString(shown)))));
      } catch (NoSuchFileException first) {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        write(shown, pair.getPublic().getEncoded());
        write(secret, pair.getPrivate().getEncoded());
        return new Certificate(pair.getPrivate(), pair.getPublic());
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("the key of certificates in " + folder + " is of no use", e);
    }
  }

  private static void write(Path file, byte[] key) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
  }

  /// The proof of one erasure.
  ErasureDesk.Certified of(ErasureDesk.Erased erased) {
    var keyId = keyId();
    var head =
        new JsonWriter()
            .startObject()
            .text("alg", "EdDSA")
            .text("typ", "erasure-certificate+json")
            .text("kid", keyId)
            .endObject()
            .bytes();
    var payload = payload(erased);
    var signed = URL.encodeToString(head) + "." + URL.encodeToString(payload);
    var json =
        new JsonWriter()
            .startObject()
            .text("protected", URL.encodeToString(head))
            .text("payload", URL.encodeToString(payload))
            .text("signature", URL.encodeToString(sign(signed.getBytes(UTF_8))))
            .text("publicKey", Base64.getEncoder().encodeToString(open.getEncoded()))
            .raw("certificate", new String(payload, UTF_8))
            .endObject();
    return new ErasureDesk.Certified(erased, new String(json.bytes(), UTF_8), keyId);
  }

  /// What is certified. No value of the person's: only keyed hashes.
  private static byte[] payload(ErasureDesk.Erased erased) {
    var erasure = erased.erasure();
    var json =
        new JsonWriter()
            .startObject()
            .text("id", erasure.id())
            .text("subject", erasure.subject().value())
            .text("author", erasure.author())
            .text("reason", erasure.reason())
            .time("askedAt", erasure.at());
    time(json, "effectiveAt", erased.effective());
    time(json, "scrubbedAt", erased.scrubbed());
    json.time("refusesUntil", erasure.until())
        .number("events", erasure.events())
        .number("identifiersKept", erasure.kept())
        .startArray("identifiers");
    erasure.gone().forEach(hash -> json.item(hash.value()));
    json.endArray();
    json.startArray("keptByLaw");
    for (var kept : erased.keptByLaw()) {
      json.startObject()
          .text("kind", kept.kind())
          .number("records", kept.records())
          .time("until", kept.until())
          .endObject();
    }
    json.endArray();
    json.startArray("places");
    for (var place : erased.places()) {
      json.startObject().text("place", place.place()).number("found", place.found());
      time(json, "hiddenAt", place.hidden());
      time(json, "scrubbedAt", place.scrubbed());
      json.text("error", place.error()).endObject();
    }
    return json.endArray().endObject().bytes();
  }

  private static void time(JsonWriter json, String name, long at) {
    if (at > 0) {
      json.time(name, at);
    }
  }

  private byte[] sign(byte[] text) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a key that was good no longer signs", e);
    }
  }

  /// The first 128 bits of the public key's SHA-256, in hex.
  private String keyId() {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(open.getEncoded());
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every Java has it
    }
  }
}
