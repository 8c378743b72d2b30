package dev.earshot.session.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.session.view.MessageView.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpViewTest {
    private final HttpView view = new HttpView();
    private final SampleRows rows = new SampleRows();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/1.1",
                "POST /a?b=c HTTP/1.0\nHost: x\n\nbody",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 404\r\n",
                "OPTIONS * HTTP/1.1\r\n\r\n"
            })
    void anExactStartLineIsCertain(String text) {
        assertThat(view.evidence(rows.received(text))).isEqualTo(Evidence.CONTENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /",
                "GET / HTTP/2",
                "GET  / HTTP/1.1",
                "get me HTTP/1.1 please",
                "HTTP/1.1 is old",
                "HTTP/1.1 2000 x",
                "GET / HTTP/1.1 x",
                "Hello HTTP/1.1",
                "a\nGET / HTTP/1.1"
            })
    void anythingElseIsText(String text) {
        assertThat(view.evidence(rows.received(text))).isEqualTo(Evidence.NONE);
    }

    @Test
    void aRequestIsATreeOfItsHeadWithTheRestAsItsBody() {
        DecodedRow message = rows.received("POST /a HTTP/1.1\r\nHost: x\r\nX-Empty:\r\nbad line\r\n\r\n{\"a\":1}");
        assertThat(FieldTree.of(view, message))
                .containsExactly(
                        "Method = POST @0-4",
                        "Target = /a @5-7",
                        "Version = HTTP/1.1 @8-16",
                        "Headers =  @18-49",
                        "Headers/Host = x @24-25",
                        "Headers/X-Empty =  @35-35",
                        "Headers/no header = bad line @37-45 !",
                        "Body = {\"a\":1} @49-56");
        assertThat(view.line(message, FieldTree.ENGLISH)).isEqualTo("POST /a HTTP/1.1  (3 headers, 7 bytes behind)");
    }

    @Test
    void aResponseIsToo() {
        DecodedRow message = rows.received("HTTP/1.1 404 Not Found\r\nServer: x\r\n\r\n");
        assertThat(FieldTree.of(view, message))
                .containsExactly(
                        "Version = HTTP/1.1 @0-8",
                        "Status = 404 @9-12",
                        "Reason = Not Found @13-22",
                        "Headers =  @24-35",
                        "Headers/Server = x @32-33");
        assertThat(view.line(message, FieldTree.ENGLISH)).isEqualTo("HTTP/1.1 404 Not Found  (1 header)");
    }
}
