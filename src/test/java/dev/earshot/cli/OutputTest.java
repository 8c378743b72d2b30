package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** Checks that output is written in large pieces and in full, and that a closed reader is detected. */
class OutputTest {

    @Test
    void linesAreGatheredAndLongLinesAreWrittenWhole() throws Exception {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        Output out = new Output(written, UTF_8);
        out.line("短");
        assertThat(written.size()).as("before the flush").isZero();
        String lineOfOneMebibyte = "x".repeat(1024 * 1024);
        out.line(lineOfOneMebibyte);
        out.line("end");
        out.flush();
        assertThat(written.toString(UTF_8)).isEqualTo("短\n" + lineOfOneMebibyte + "\nend\n");
    }

    @Test
    void aFullDiskIsAFailureButAClosedReaderIsNot() {
        assertThatThrownBy(() -> failing("No space left on device").flush())
                .isInstanceOf(CommandFailure.class)
                .hasMessage("Standard output cannot be written: No space left on device.");
        assertThatThrownBy(() -> failing("Broken pipe").flush()).isInstanceOf(Output.NoReader.class);
    }

    private static Output failing(String words) throws Exception {
        OutputStream stream = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(words);
            }
        };
        Output out = new Output(stream, UTF_8);
        out.line("x");
        return out;
    }
}
