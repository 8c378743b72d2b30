package dev.earshot.session;

import dev.earshot.journal.CaptureNote;
import dev.earshot.net.AddressNote;
import dev.earshot.net.LimitNote;
import dev.earshot.net.NoteKinds;
import dev.earshot.net.RelayNote;
import dev.earshot.net.TcpNote;
import dev.earshot.net.TlsNote;
import dev.earshot.net.udp.UdpNote;
import dev.earshot.packets.PacketNote;
import dev.earshot.reply.ReplyNote;
import dev.earshot.tftp.TftpNote;

/** The list of all kinds of notes. A package with kinds of its own registers them here. */
final class KnownNotes {
    static final NoteKinds ALL = NoteKinds.of(
            TcpNote.values(),
            LimitNote.values(),
            TlsNote.values(),
            AddressNote.values(),
            UdpNote.values(),
            RelayNote.values(),
            CaptureNote.values(),
            ReplyNote.values(),
            ProtocolNote.values(),
            LogFileNote.values(),
            TftpNote.values(),
            PacketNote.values());

    private KnownNotes() {}
}
