package io.inyeon.runtime.enrich;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Whose certificates are believed when somebody is asked with TLS: those of Java's own list of
/// authorities, and of a file that the operator names besides. Says which of the usual reasons it
/// was when one is not believed, so that an operator need not guess.
public final class Trust {
  private final SSLSocketFactory sockets;

  private Trust(SSLSocketFactory sockets) {
    this.sockets = sockets;
  }

  /// Java's own authorities and those of a file.
  ///
  /// @param file certificates in PEM, one at least; empty for none besides
  /// @throws IOException when it cannot be read, or holds none
  public static Trust of(String file) throws IOException {
    try {
      var manager = manager(null);
      if (!file.isEmpty()) {
        var all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        for (var each : manager.getAcceptedIssuers()) {
          all.setCertificateEntry("java-" + all.size(), each);
        }
        for (var each : certificates(file)) {
          all.setCertificateEntry("file-" + all.size(), each);
        }
        manager = manager(all);
      }
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Telling(manager)}, null);
      return new Trust(context.getSocketFactory());
    } catch (GeneralSecurityException e) {
      throw new IOException("certificates to trust cannot be used: " + e.getMessage(), e);
    }
  }

  /// Whether such a file can be used.
  public static boolean fits(String file) {
    try {
      return file.isEmpty() || !certificates(file).isEmpty();
    } catch (GeneralSecurityException | IOException _) {
      return false;
    }
  }

  private static Collection<? extends Certificate> certificates(String file)
      throws GeneralSecurityException, IOException {
    try (var in = Files.newInputStream(Path.of(file))) {
      var all = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (all.isEmpty()) {
        throw new IOException(file + " holds no certificate");
      }
      return all;
    }
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("Java has no list of authorities"));
  }

  SSLSocketFactory sockets() {
    return sockets;
  }

  /// Why a handshake failed: `certificate_untrusted`, `certificate_expired`,
  /// `certificate_wrong_host`, or `tls_failed` for anything else.
  static String why(Throwable failed) {
    return causes(failed)
        .filter(Refused.class::isInstance)
        .map(each -> ((Refused) each).code)
        .findFirst()
        .orElse("tls_failed");
  }

  private static Stream<Throwable> causes(Throwable failed) {
    return Stream.iterate(failed, each -> each != null, Throwable::getCause).limit(20);
  }

  /// A certificate that is not believed.
  private static final class Refused extends CertificateException {
    private static final long serialVersionUID = 1;

    private final transient String code;

    Refused(String code, CertificateException why) {
      super(code, why);
      this.code = code;
    }
  }

  /// Believes whom another believes, and tells why not.
  private static final class Telling extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager list;

    Telling(X509ExtendedTrustManager list) {
      this.list = list;
    }

    private Refused refused(X509Certificate[] chain, String type, CertificateException why) {
      if (any(
          why,
          each ->
              each instanceof CertificateExpiredException
                  || each instanceof CertificateNotYetValidException)) {
        return new Refused("certificate_expired", why);
      }
      if (any(
          why,
          each ->
              each instanceof CertPathBuilderException
                  || each instanceof CertPathValidatorException)) {
        return new Refused("certificate_untrusted", why);
      }
      try {
        // The same without the host's name: whoever is believed then is somebody else.
        list.checkServerTrusted(chain, type);
        return new Refused("certificate_wrong_host", why);
      } catch (CertificateException _) {
        return new Refused("certificate_untrusted", why);
      }
    }

    private static boolean any(Throwable failed, Predicate<Throwable> of) {
      return causes(failed).anyMatch(of);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      try {
        list.checkServerTrusted(chain, type, socket);
      } catch (CertificateException e) {
        throw refused(chain, type, e);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      list.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      list.checkServerTrusted(chain, type);
    }

    // Nobody is a server here.

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      throw new CertificateException("nobody is let in by a certificate");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("nobody is let in by a certificate");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("nobody is let in by a certificate");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return list.getAcceptedIssuers();
    }
  }
}
