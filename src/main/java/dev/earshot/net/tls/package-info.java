/**
 * Holds the keys, the certificates and the settings of TLS: what a side has to show, and what it trusts. It opens no
 * socket.
 *
 * <p>May import {@code codec} and {@code files}; it does not know {@code net}. Only this package knows Bouncy Castle,
 * and loads it only when a certificate is made or a PEM key is read, because that takes a while.
 *
 * <ul>
 *   <li>{@link dev.earshot.net.tls.Identity} is our key with its certificates; {@link
 *       dev.earshot.net.tls.IdentityFile} reads one, {@link dev.earshot.net.tls.SelfSigned} makes one.
 *   <li>{@link dev.earshot.net.tls.ServerTls} and {@link dev.earshot.net.tls.ClientTls} are all that the two sides of
 *       a connection need, and layer TLS over a connected socket.
 *   <li>{@link dev.earshot.net.tls.ServerTrust} decides whether the server's certificate is accepted; {@link
 *       dev.earshot.net.tls.Fingerprint} names a certificate.
 *   <li>{@link dev.earshot.net.tls.HandshakeProblem} says why a handshake failed, {@link dev.earshot.net.tls.TlsFacts}
 *       what the two sides have agreed on.
 * </ul>
 *
 * <p>Secrets: a {@link dev.earshot.net.tls.Secret} and an {@code Identity} never print what they hold.
 */
package dev.earshot.net.tls;
