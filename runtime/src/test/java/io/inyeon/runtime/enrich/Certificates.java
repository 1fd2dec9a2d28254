package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A company's own authority and the certificates that it gave, made by the JDK's `keytool`, and
/// real servers that show them.
final class Certificates {
  private static final String PASSWORD = "not-a-secret";

  private final Path store;

  private Certificates(Path store) {
    this.store = store;
  }

  /// `ca`, and by it `localhost` and `old` (of localhost, out of date); `self` is signed by nobody
  /// else.
  static Certificates make(Path folder) throws Exception {
    var made = new Certificates(folder.resolve("keys.p12"));
    made.generate("ca", "-dname", "CN=The company's own", "-ext", "bc:c");
    made.generate("localhost", "-dname", "CN=s", "-ext", "san=dns:localhost", "-signer", "ca");
    made.generate(
        "old",
        "-dname",
        "CN=s",
        "-ext",
        "san=dns:localhost",
        "-signer",
        "ca",
        "-startdate",
        "-20d",
        "-validity",
        "10");
    made.generate("self", "-dname", "CN=s", "-ext", "san=dns:localhost");
    return made;
  }

  private void generate(String alias, String... more) throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
    command.addAll(List.of(more));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), US_ASCII);
    if (process.waitFor() != 0) {
      throw new AssertionError(said);
    }
  }

  private KeyStore all() throws GeneralSecurityException, IOException {
    return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
  }

  /// A file in PEM, with words before each certificate as many tools write them.
  Path pem(String... aliases) throws GeneralSecurityException, IOException {
    var text = new StringBuilder();
    for (var alias : aliases) {
      var bytes = Objects.requireNonNull(all().getCertificate(alias)).getEncoded();
      text.append("subject: ").append(alias).append("\n-----BEGIN CERTIFICATE-----\n");
      text.append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes));
      text.append("\n-----END CERTIFICATE-----\n");
    }
    return Files.writeString(store.resolveSibling(String.join("-", aliases) + ".pem"), text);
  }

  /// A server on this machine that shows a certificate; it is not started yet.
  HttpsServer server(String alias) throws GeneralSecurityException, IOException {
    var password = PASSWORD.toCharArray();
    var one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    var all = all();
    one.setKeyEntry(alias, all.getKey(alias, password), password, all.getCertificateChain(alias));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, password);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    return server;
  }
}
