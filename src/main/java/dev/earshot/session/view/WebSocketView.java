package dev.earshot.session.view;

import dev.earshot.codec.Hex;
import dev.earshot.codec.VisibleText;
import dev.earshot.session.words.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shows frames of WebSocket (RFC 6455) with their payload unmasked. Their bytes prove little, so they are shown by
 * choice, or for a client that was seen to turn from HTTP to WebSocket; the message must consist of whole frames.
 */
public final class WebSocketView implements MessageView {
    static final String ID = "websocket";

    private static final int MOST_OF_DUMP = 64;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name(Words words) {
        return words.of("row.view.websocket");
    }

    @Override
    public Evidence evidence(DecodedRow message) {
        return Evidence.NONE;
    }

    /** Whether the message consists of whole frames; of one that was read in part, the first frame must be whole. */
    @Override
    public boolean canShow(DecodedRow message) {
        WebSocketFrames read = WebSocketFrames.read(message.bytes());
        return !read.frames().isEmpty() && (read.end() == message.bytes().length || !message.isReadWhole());
    }

    @Override
    public String line(DecodedRow message, Words words) {
        StringBuilder line = new StringBuilder();
        for (WebSocketFrames.Frame frame : WebSocketFrames.read(message.bytes()).frames()) {
            line.append(line.isEmpty() ? "" : " | ").append(VisibleText.of(brief(frame, words)));
        }
        return line.toString();
    }

    private static String brief(WebSocketFrames.Frame frame, Words words) {
        String value = payload(frame);
        String name = opcode(frame, words) + (frame.isFinal() ? "" : " " + words.of("row.websocket.goes.on"));
        return value.isEmpty() ? name : name + ": " + value;
    }

    private static String opcode(WebSocketFrames.Frame frame, Words words) {
        return words.of("row.websocket.opcode." + frame.opcode());
    }

    /** Returns the payload as a text: characters, a closing code with its reason, or hex digits. */
    private static String payload(WebSocketFrames.Frame frame) {
        byte[] payload = frame.payload();
        if (frame.opcode() == WebSocketFrames.CLOSE && payload.length >= 2) {
            String reason = new String(payload, 2, payload.length - 2, StandardCharsets.UTF_8);
            return (code(frame) + " " + reason).strip();
        }
        boolean isText = frame.opcode() == WebSocketFrames.TEXT && !frame.isCompressed();
        String text = new String(payload, StandardCharsets.UTF_8);
        boolean isLegible = frame.opcode() == WebSocketFrames.CONTINUATION && text.indexOf('\uFFFD') < 0;
        return isText || isLegible
                ? text
                : Hex.print(payload, 0, Math.min(payload.length, MOST_OF_DUMP))
                        + (payload.length > MOST_OF_DUMP ? " ..." : "");
    }

    private static int code(WebSocketFrames.Frame frame) {
        return (frame.payload()[0] & 0xFF) << 8 | frame.payload()[1] & 0xFF;
    }

    @Override
    public MessageDetail detail(DecodedRow message, int[] hits, Words words) {
        WebSocketFrames read = WebSocketFrames.read(message.bytes());
        List<FieldNode> fields = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (WebSocketFrames.Frame frame : read.frames()) {
            text.append(text.isEmpty() ? "" : "\n").append(VisibleText.of(brief(frame, words)));
            List<FieldNode> parts = parts(message.bytes(), frame, words);
            String name = words.of("row.websocket.frame", fields.size() + 1);
            fields.add(new FieldNode(name, PartList.safe(brief(frame, words)), frame.from(), frame.to(), false, parts));
        }
        return new MessageDetail(List.of(name(words)), text.toString(), DecodedRow.NO_HITS, fields);
    }

    private static List<FieldNode> parts(byte[] bytes, WebSocketFrames.Frame frame, Words words) {
        List<FieldNode> parts = new ArrayList<>();
        int from = frame.from();
        int behindLength = frame.mask() < 0 ? frame.payloadFrom() : frame.mask();
        parts.add(FieldNode.leaf("FIN", frame.isFinal() ? "1" : "0", from, from + 1));
        if (frame.isCompressed()) {
            parts.add(FieldNode.leaf("RSV1", words.of("row.websocket.compressed"), from, from + 1));
        }
        String opcode = frame.opcode() + " (" + opcode(frame, words) + ")";
        parts.add(FieldNode.leaf(words.of("row.websocket.opcode"), opcode, from, from + 1));
        parts.add(FieldNode.leaf(
                words.of("row.websocket.length"), String.valueOf(frame.payload().length), from + 1, behindLength));
        if (frame.mask() >= 0) {
            String key = Hex.print(bytes, frame.mask(), 4);
            parts.add(FieldNode.leaf(words.of("row.websocket.mask"), key, frame.mask(), frame.mask() + 4));
        }
        if (frame.payload().length > 0) {
            boolean isClosing = frame.opcode() == WebSocketFrames.CLOSE && frame.payload().length >= 2;
            parts.add(isClosing ? closing(frame, words) : leaf(frame, words));
        }
        return parts;
    }

    private static FieldNode leaf(WebSocketFrames.Frame frame, Words words) {
        return FieldNode.leaf(
                words.of("row.websocket.payload"), PartList.safe(payload(frame)), frame.payloadFrom(), frame.to());
    }

    /** Returns the code of a closing frame (RFC 6455, section 7.4) and its reason. */
    private static FieldNode closing(WebSocketFrames.Frame frame, Words words) {
        int from = frame.payloadFrom();
        byte[] reason = Arrays.copyOfRange(frame.payload(), 2, frame.payload().length);
        int code = code(frame);
        String meaning = words.of("row.websocket.code", code);
        List<FieldNode> parts = new ArrayList<>();
        parts.add(FieldNode.leaf(words.of("row.websocket.closing.code"), code + meaning, from, from + 2));
        if (reason.length > 0) {
            String text = PartList.safe(new String(reason, StandardCharsets.UTF_8));
            parts.add(FieldNode.leaf(words.of("row.websocket.reason"), text, from + 2, frame.to()));
        }
        return new FieldNode(words.of("row.websocket.payload"), "", from, frame.to(), false, parts);
    }
}
