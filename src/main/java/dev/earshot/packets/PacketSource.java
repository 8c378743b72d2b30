package dev.earshot.packets;

import dev.earshot.journal.EventSource;
import dev.earshot.journal.TaskProgress;
import dev.earshot.journal.storage.NotACaptureException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the files of a capture of another program, one after the other, and gives the TCP and UDP conversations in them
 * as events. What it leaves out is told in notes at the end.
 */
public final class PacketSource implements EventSource {
    private final List<Path> files;
    private final CapturedPacket packet = new CapturedPacket();
    private final IpPacket ip = new IpPacket();
    private final FragmentAssembler fragments = new FragmentAssembler();
    private final Map<Integer, Long> unknownLinkTypes = new TreeMap<>();
    private TcpConversations tcp;
    private UdpConversations udp;
    private Recorder recorder;
    private PacketComments comments;
    private TaskProgress opening;
    private long allBytes;
    private long bytesBefore; // of the files before the present one
    private int peers;
    private long frame;
    private long latest;
    private long others;
    private long broken;

    /** @param files in the order in which they were written */
    public PacketSource(List<Path> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public void read(Recorder takes, TaskProgress progress) throws IOException {
        recorder = takes;
        opening = progress;
        comments = new PacketComments(recorder);
        tcp = new TcpConversations(comments, () -> ++peers);
        udp = new UdpConversations(comments, () -> ++peers);
        // Until the first packet, notes have the time of the file, in whole milliseconds.
        latest = Files.getLastModifiedTime(files.get(0)).toMillis() * 1_000_000;
        for (Path file : files) {
            allBytes += Files.size(file);
        }
        for (Path file : files) {
            read(file);
            bytesBefore += Files.size(file);
        }
        tcp.flush(latest);
        comments.finish(latest);
        tellWhatIsLeftOut();
    }

    private void read(Path file) throws IOException {
        long before = frame;
        try (CaptureInput in = new CaptureInput(file, count -> opening.report(bytesBefore + count, allBytes))) {
            try {
                PacketReader reader = open(in);
                if (reader == null) {
                    refuse(file);
                    return;
                }
                readPackets(reader);
                if (frame == before) {
                    recorder.on(PacketNote.NO_PACKETS.note(name(file)), latest);
                }
            } catch (EOFException e) {
                recorder.on(PacketNote.FILE_CUT_OFF.note(name(file)), latest);
            } catch (DamagedFileException e) {
                recorder.on(PacketNote.FILE_DAMAGED.note(name(file), in.position()), latest);
            }
        } catch (DamagedFileException e) {
            refuse(file);
        }
    }

    /** Refuses everything if no file can be read; a later one is only left out. */
    private void refuse(Path file) throws IOException {
        if (file.equals(files.get(0))) {
            throw new NotACaptureException();
        }
        recorder.on(PacketNote.FILE_UNREADABLE.note(name(file)), latest);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** Returns the reader for the format of the file, or null if it is unknown. */
    private static PacketReader open(CaptureInput in) throws IOException {
        byte[] start = new byte[4];
        try {
            if (!in.read(start, 0, start.length)) {
                return null;
            }
        } catch (EOFException e) {
            return null;
        }
        int magic = ByteBuffer.wrap(start).getInt();
        PacketReader pcapng = PcapngReader.of(in, magic);
        return pcapng == null ? PcapReader.of(in, magic) : pcapng;
    }

    private void readPackets(PacketReader reader) throws IOException {
        while (reader.next(packet)) {
            frame++;
            latest = packet.epochNanos;
            comments.begin(frame, packet.comment);
            readPacket();
            comments.end(frame);
        }
    }

    private void readPacket() throws IOException {
        if (!LinkLayer.isKnown(packet.linkType)) {
            unknownLinkTypes.merge(packet.linkType, 1L, Long::sum);
            return;
        }
        int at = LinkLayer.ipHeader(packet.linkType, packet.bytes, packet.length);
        if (at < 0) {
            others++;
        } else {
            readIp(packet.bytes, at, packet.length);
        }
    }

    /** Reads an IP packet, or the innermost one of tunnels. */
    private void readIp(byte[] bytes, int at, int end) throws IOException {
        boolean isRead = ip.read(bytes, at, end);
        while (isRead && (!ip.isFragment || fragments.complete(ip))) {
            int inside = Tunnel.ipHeader(ip);
            if (inside < 0) {
                readPayload();
                return;
            }
            isRead = ip.read(ip.bytes, inside, ip.start + ip.captured);
        }
        broken += isRead ? 0 : 1;
    }

    private void readPayload() throws IOException {
        if (ip.protocol == IpPacket.TCP) {
            broken += tcp.add(ip, packet.epochNanos, frame) ? 0 : 1;
        } else if (ip.protocol == IpPacket.UDP) {
            broken += udp.add(ip, packet.epochNanos, frame) ? 0 : 1;
        } else {
            others++;
        }
    }

    private void tellWhatIsLeftOut() throws IOException {
        if (others > 0) {
            recorder.on(PacketNote.OTHER_PACKETS.note(others), latest);
        }
        for (Map.Entry<Integer, Long> unknown : unknownLinkTypes.entrySet()) {
            recorder.on(PacketNote.OTHER_LINK_TYPE.note(unknown.getValue(), unknown.getKey()), latest);
        }
        if (broken > 0) {
            recorder.on(PacketNote.BROKEN_PACKETS.note(broken), latest);
        }
        if (fragments.lost() > 0) {
            recorder.on(PacketNote.LOST_FRAGMENTS.note(fragments.lost()), latest);
        }
    }
}
