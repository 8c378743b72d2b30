package dev.earshot.session.view;

import dev.earshot.session.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows requests and responses of HTTP/1 (RFC 9112): in one line the start line with the size of the rest, in detail
 * the text and a tree of the head. A start line in the exact form is enough to be certain.
 */
public final class HttpView implements MessageView {
    private static final MessageView TEXT = new TextView();

    @Override
    public String id() {
        return "http";
    }

    @Override
    public String name(Words words) {
        return words.of("row.view.http");
    }

    @Override
    public Evidence evidence(DecodedRow message) {
        return HttpHead.read(message.text()) == null ? Evidence.NONE : Evidence.CONTENT;
    }

    /** Returns that of WebSocket for the request and the answer that turn to it (RFC 6455, section 4). */
    @Override
    public String nextId(DecodedRow message) {
        HttpHead head = HttpHead.read(message.text());
        return head != null && head.has(message.text(), "upgrade", "websocket") ? WebSocketView.ID : id();
    }

    @Override
    public String line(DecodedRow message, Words words) {
        String text = message.text();
        HttpHead head = HttpHead.read(text);
        if (head == null) {
            return TEXT.line(message, words);
        }
        int behind = head.body() < text.length() ? message.row().length() - message.byteAt(head.body()) : 0;
        String first = text.substring(0, head.start().end()).stripTrailing();
        return PartList.safe(first) + words.of("row.http.line", head.headers().size(), behind);
    }

    @Override
    public MessageDetail detail(DecodedRow message, int[] hits, Words words) {
        MessageDetail text = TEXT.detail(message, hits, words);
        List<String> facts = new ArrayList<>(List.of(name(words)));
        facts.addAll(text.facts());
        return new MessageDetail(facts, text.text(), text.hits(), fields(message, words));
    }

    private static List<FieldNode> fields(DecodedRow message, Words words) {
        String text = message.text();
        HttpHead head = HttpHead.read(text);
        PartList list = new PartList(message, words);
        List<FieldNode> fields = new ArrayList<>();
        String[] names = head.isRequest()
                ? new String[] {"row.http.method", "row.http.target", "row.http.version"}
                : new String[] {"row.http.version", "row.http.status", "row.http.reason"};
        for (int i = 1; i <= names.length; i++) {
            if (head.start().group(i) != null) {
                fields.add(list.text(
                        words.of(names[i - 1]),
                        head.start().group(i),
                        head.start().start(i),
                        head.start().end(i)));
            }
        }
        List<FieldNode> headers = new ArrayList<>();
        for (HttpHead.Header header : head.headers()) {
            String value = text.substring(header.from(), header.to());
            headers.add(
                    header.name().isEmpty()
                            ? list.wrong(words.of("row.http.no.header"), value, header.from(), header.to())
                            : list.text(header.name(), value, header.from(), header.to()));
        }
        if (!headers.isEmpty()) {
            fields.add(list.group(words.of("row.http.headers"), "", head.start().end(), head.body(), headers));
        }
        if (head.body() < text.length()) {
            String body =
                    text.substring(head.body(), Math.min(text.length(), head.body() + PartList.MOST_CHARACTERS + 1));
            fields.add(list.text(words.of("row.http.body"), body, head.body(), text.length()));
        }
        return fields;
    }
}
