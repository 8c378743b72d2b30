package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/** Reads lines and addresses from standard input. */
class InputTest {

    private static LineInput input(String text) {
        return new LineInput(new ByteArrayInputStream(text.getBytes(UTF_8)), UTF_8);
    }

    @Test
    void aLineEndsWithLfOrCrLfOrTheInput() throws Exception {
        LineInput lines = input("你好\nwindows\r\n\nlast\r");
        assertThat(lines.next()).isEqualTo("你好");
        assertThat(lines.next()).isEqualTo("windows");
        assertThat(lines.next()).isEmpty();
        assertThat(lines.next()).isEqualTo("last\r");
        assertThat(lines.next()).isNull();
    }

    @Test
    void aRefusedLineDoesNotAffectTheNext() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {'a', (byte) 0xE4, (byte) 0xBD, '\n'});
        bytes.writeBytes("x".repeat(1024 * 1024 + 1).getBytes(UTF_8));
        bytes.writeBytes("\nnext\n".getBytes(UTF_8));
        LineInput lines = new LineInput(new ByteArrayInputStream(bytes.toByteArray()), UTF_8);
        assertThatThrownBy(lines::next)
                .isInstanceOf(CommandFailure.class)
                .hasMessage("A line that is not UTF-8 was not sent.");
        assertThatThrownBy(lines::next)
                .isInstanceOf(CommandFailure.class)
                .hasMessage("A line of 1048577 bytes was not sent; 1 MiB is the most.");
        assertThat(lines.next()).isEqualTo("next");
    }

    @Test
    void anAtNamesOneClientAndTwoStandForOneAt() {
        assertThat(TypedLine.parse("hello @ all")).isEqualTo(new TypedLine(null, "hello @ all"));
        assertThat(TypedLine.parse("@127.0.0.1:80 a  b ")).isEqualTo(new TypedLine("127.0.0.1:80", "a  b "));
        assertThat(TypedLine.parse("@[::1]:80  x")).isEqualTo(new TypedLine("[::1]:80", " x"));
        assertThat(TypedLine.parse("@127.0.0.1:80")).isEqualTo(new TypedLine("127.0.0.1:80", ""));
        assertThat(TypedLine.parse("@@127.0.0.1:80 x")).isEqualTo(new TypedLine(null, "@127.0.0.1:80 x"));
        assertThat(TypedLine.parse("@@@")).isEqualTo(new TypedLine(null, "@@"));
        assertThat(TypedLine.parse("")).isEqualTo(new TypedLine(null, ""));
    }
}
