package dev.earshot.net;

import java.util.List;

/** The kinds of notes of encrypted connections; in brackets their arguments. */
public enum TlsNote implements NoteKind {
    /** We show this certificate to clients (subject, last day, fingerprint). */
    TLS_OWN_CERTIFICATE(NoteSeverity.INFO, NoteArgument.TEXT, NoteArgument.TEXT, NoteArgument.TEXT),
    /** Our certificate is not valid today (first day, last day). */
    TLS_OWN_INVALID(NoteSeverity.WARNING, NoteArgument.TEXT, NoteArgument.TEXT),
    /** The file of our key can be read by everybody on this computer (path). */
    TLS_KEY_READABLE(NoteSeverity.WARNING, NoteArgument.TEXT),
    /** The connection is encrypted (protocol, cipher suite, and ALPN and SNI if there are any). */
    TLS_ESTABLISHED(NoteSeverity.INFO, NoteArgument.TEXT),
    /** The peer has shown this certificate, which was accepted (subject, issuer, last day, fingerprint). */
    TLS_PEER_CERTIFICATE(NoteSeverity.INFO, NoteArgument.TEXT, NoteArgument.TEXT, NoteArgument.TEXT, NoteArgument.TEXT),
    /** The handshake failed, so that the connection ends (why). */
    TLS_FAILED(NoteSeverity.ERROR, NoteArgument.PROBLEM),
    /** The conversation is encrypted as soon as the peer begins TLS. */
    TLS_AWAITED(NoteSeverity.INFO),
    /** The conversation stays as it is, although it was to be encrypted (why). */
    TLS_NOT_STARTED(NoteSeverity.ERROR, NoteArgument.PROBLEM);

    private final NoteSeverity severity;
    private final List<NoteArgument> arguments;

    TlsNote(NoteSeverity severity, NoteArgument... arguments) {
        this.severity = severity;
        this.arguments = List.of(arguments);
    }

    @Override
    public NoteSeverity severity() {
        return severity;
    }

    @Override
    public List<NoteArgument> arguments() {
        return arguments;
    }
}
