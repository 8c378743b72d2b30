package dev.earshot.codec.framing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cuts HTTP/1.1 and what has its form. The examples follow RFC 9112, sections 6 and 7. */
class HttpFramingTest {
    private static final String GET = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String POST = "POST /b HTTP/1.1\r\nhost: x\r\ncontent-LENGTH:  12 \r\n\r\n{\"a\":\r\n\r\n1}\n";
    private static final String CHUNKS = "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
            + "5\r\na\r\n\r\n\r\n1A;name=\"x\"\r\nabcdefghijklmnopqrstuvwxyz\r\n00\r\nETag: 1\r\n\r\n";
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n01234567890123456789";

    @Test
    void aMessageEndsBehindTheBodyThatItsHeadTellsOf() throws Problem {
        assertThat(cut("http", GET, POST, GET, GET)).containsExactly(GET, POST, GET, GET);
        assertThat(cut("http", OK, CHUNKS, OK)).containsExactly(OK, CHUNKS, OK);
    }

    @Test
    void aHeadMayEndWithBareLineFeeds() throws Problem {
        String post = "PUT / HTTP/1.0\nContent-Length: 3\n\n\n\n\n";
        assertThat(cut("http", post, GET)).containsExactly(post, GET);
    }

    @Test
    void emptyLinesBeforeAHeadBelongToIt() throws Problem {
        assertThat(cut("http", "\r\n" + GET, "\r\n\r\n" + POST)).containsExactly("\r\n" + GET, "\r\n\r\n" + POST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100 Continue", "101 Switching Protocols", "204 No Content", "304 Not Modified", "304"})
    void someAnswersHaveNoBody(String status) throws Problem {
        String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 99\r\n\r\n";
        assertThat(cut("http", answer, OK)).containsExactly(answer, OK);
    }

    @Test
    void anAnswerToHeadEndsWhereTheNextAnswerBegins() throws Problem {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 1234\r\n\r\n";
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        String untilClose = "HTTP/1.1 200 OK\r\n\r\n";
        assertThat(cut("http", head, chunked, untilClose, OK)).containsExactly(head, chunked, untilClose, OK);
    }

    @Test
    void anAnswerWithoutALengthEndsWithTheStream() throws Problem {
        String answer = "HTTP/1.0 200 OK\r\nServer: x\r\n\r\nabc\r\n\r\nGET / HTTP/1.1\r\n\r\n";
        assertThat(cut("http", answer)).containsExactly(CutRows.OPEN + answer);
        assertThat(endOf(answer)).isEqualTo(Completeness.WHOLE);
        assertThat(endOf("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab")).isEqualTo(Completeness.INCOMPLETE);
    }

    private static Completeness endOf(String text) {
        MessageSplitter splitter = new MessageSplitter(new HttpFraming(), open -> false, () -> Encoding.UTF_8);
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        RowEnds ends = new RowEnds();
        splitter.read(bytes, 0, bytes.length, 0, ends);
        assertThat(splitter.silenceMillis()).as("no silence ends it").isZero();
        return splitter.end(ends);
    }

    @Test
    void whatIsNoHttpIsBrokenLineByLine() throws Problem {
        assertThat(cut("http", "hello\r\n", GET, "\u0001\u00ff\n", POST))
                .containsExactly("!hello\r\n", GET, "!\u0001\u00ff\n", POST);
        String two = "POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n";
        String wordy = "POST / HTTP/1.1\r\nContent-Length: three\r\n\r\n";
        String huge = "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n";
        assertThat(cut("http", two, wordy, huge, GET)).containsExactly("!" + two, "!" + wordy, "!" + huge, GET);
        String chunk = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n";
        String longer = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n";
        assertThat(cut("http", chunk, longer, GET)).containsExactly("!" + chunk, "!" + longer, GET);
    }

    @Test
    void theSameLengthTwiceIsOne() throws Problem {
        String listed = "POST / HTTP/1.1\r\nContent-Length: 3, 3\r\nContent-Length: 3\r\n\r\nabc";
        String chunked = "POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
        assertThat(cut("http", listed, chunked, GET)).containsExactly(listed, chunked, GET);
    }

    @Test
    void linesMayBeAsLongAsTheyLike() throws Problem {
        String line = "GET /" + "a?b=c ".repeat(9_000) + " HTTP/1.1\r\nCookie: " + "y".repeat(70_000) + "\r\n";
        String coding = "Transfer-Encoding: " + "x".repeat(600) + ", chunked\r\n";
        String message = line + coding + "\r\n3\r\nabc\r\n0\r\n\r\n";
        assertThat(cut("http", message, GET)).containsExactly(message, GET);
    }

    @Test
    void protocolsOfTheSameFormAreCutAsWell() throws Problem {
        String lsp = "Content-Length: 17\r\n\r\n{\"jsonrpc\":\"2.0\"}";
        assertThat(cut("http", lsp, lsp)).containsExactly(lsp, lsp);
        String play = "RTSP/1.0 200 OK\r\nCSeq: 4\r\n\r\n";
        String describe = "DESCRIBE rtsp://h/a RTSP/1.0\r\nCSeq: 2\r\n\r\n";
        String frame = "$\u0000\u0000\u0004\r\n\r\n";
        assertThat(cut("rtsp", play, frame, frame, describe, frame))
                .containsExactly(play, frame, frame, describe, frame);
        String sip = "MESSAGE sip:b@h SIP/2.0\r\nl: 5\r\n\r\nhello";
        String trying = "SIP/2.0 100 Trying\r\nContent-Length: 0\r\n\r\n";
        assertThat(cut("sip", "\r\n\r\n", sip, "\r\n", trying)).containsExactly("\r\n\r\n", sip, "\r\n", trying);
    }

    @Test
    void aRefusedWebSocketHasABody() throws Problem {
        String refused = "HTTP/1.1 401 Unauthorized\r\nContent-Length: 4\r\n\r\n\u0081\u0003ab";
        String frame = "\u0081\u0003abc";
        assertThat(cut("websocket", refused, frame)).containsExactly(refused, frame);
    }

    private static List<String> cut(String framing, String... messages) throws Problem {
        byte[] stream = String.join("", messages).getBytes(StandardCharsets.ISO_8859_1);
        return CutRows.text(Framing.parse(framing), stream);
    }
}
