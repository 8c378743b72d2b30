package dev.earshot.codec.framing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ends a message of HTTP behind its head and the body that the head tells of. */
final class HttpScanner implements MessageScanner {
    private static final byte[] NEXT_ANSWER = "HTTP/1.".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,15})[ \t]*(?:;.*)?", Pattern.DOTALL);
    private static final ByteSearch LINE_FEEDS = lineFeeds();

    /** The part of a message that comes next. */
    private enum Part {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER
    }

    private final HttpHeadReader head = new HttpHeadReader();
    private Part part = Part.HEAD;
    private boolean isBodyBegin;
    private long remaining; // of the body or chunk, or HttpHeadReader.UNTIL_CLOSE
    private Completeness ended;

    private static ByteSearch lineFeeds() {
        boolean[] wanted = new boolean[256];
        wanted['\n'] = true;
        return new ByteSearch(wanted);
    }

    @Override
    public int next(byte[] bytes, int from, int to) {
        ended = null;
        if (isBodyBegin) {
            int same = sameAsAnswer(bytes, from, to);
            if (same == NEXT_ANSWER.length) {
                finish(Completeness.WHOLE);
                return from;
            } else if (same == to - from) {
                return MORE;
            }
            isBodyBegin = false;
        }
        if (part == Part.BODY || part == Part.CHUNK) {
            return readBody(from, to);
        }
        int end = LINE_FEEDS.find(bytes, from, to);
        boolean isWhole = end < to;
        end += isWhole ? 1 : 0;
        head.add(bytes, from, end);
        if (isWhole) {
            endLine();
        }
        return end;
    }

    /** Returns how many bytes are those with which an answer begins, as far as there are bytes and it goes on. */
    private static int sameAsAnswer(byte[] bytes, int from, int to) {
        int most = Math.min(to - from, NEXT_ANSWER.length);
        int different = Arrays.mismatch(bytes, from, from + most, NEXT_ANSWER, 0, most);
        return different < 0 ? most : different;
    }

    private int readBody(int from, int to) {
        if (remaining == HttpHeadReader.UNTIL_CLOSE) {
            return to;
        }
        int step = (int) Math.min(remaining, to - from);
        remaining -= step;
        if (remaining == 0 && part == Part.CHUNK) {
            part = Part.CHUNK_END;
        } else if (remaining == 0) {
            finish(Completeness.WHOLE);
        }
        return from + step;
    }

    private void endLine() {
        switch (part) {
            case HEAD -> endHeadLine();
            case CHUNK_SIZE -> beginChunk(head.takeLine());
            case CHUNK_END -> {
                part = Part.CHUNK_SIZE;
                if (!head.takeEmptyLine()) {
                    finish(Completeness.BROKEN);
                }
            }
            case TRAILER -> {
                if (head.takeEmptyLine()) {
                    finish(Completeness.WHOLE);
                } else {
                    head.takeLine();
                }
            }
            default -> throw new IllegalStateException(part.name());
        }
    }

    /** Empty lines before a head belong to its message (RFC 9112, section 2.2). */
    private void endHeadLine() {
        if (!head.takeEmptyLine()) {
            if (!head.readLine()) {
                finish(Completeness.BROKEN);
            }
        } else if (head.hasBegun()) {
            beginBody(head.bodyLength());
        }
    }

    private void beginBody(long length) {
        if (length == 0 || length == HttpHeadReader.WRONG) {
            finish(length == 0 ? Completeness.WHOLE : Completeness.BROKEN);
            return;
        }
        part = length == HttpHeadReader.CHUNKED ? Part.CHUNK_SIZE : Part.BODY;
        remaining = length;
        // The answer to HEAD has no body. A body so short cannot be the beginning of the next answer.
        isBodyBegin = head.isAnswer() && (length < 0 || length > NEXT_ANSWER.length);
    }

    private void beginChunk(String line) {
        Matcher chunk = CHUNK.matcher(line);
        if (!chunk.matches()) {
            finish(Completeness.BROKEN);
            return;
        }
        remaining = Long.parseLong(chunk.group(1), 16);
        part = remaining == 0 ? Part.TRAILER : Part.CHUNK;
    }

    private void finish(Completeness how) {
        reset();
        ended = how;
    }

    @Override
    public Completeness ended() {
        return ended;
    }

    @Override
    public void reset() {
        head.reset();
        part = Part.HEAD;
        isBodyBegin = false;
        remaining = 0;
        ended = null;
    }

    @Override
    public boolean lacksEnd() {
        return part != Part.BODY || remaining != HttpHeadReader.UNTIL_CLOSE;
    }
}
