package dev.earshot.session.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsharkTest {
    @TempDir
    private Path folder;

    private Tshark program(String script) throws IOException {
        Path file = folder.resolve("tshark");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return new Tshark(file);
    }

    private Path empty() throws IOException {
        return Files.createDirectory(folder.resolve("run"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itIsFoundInPathButNotInAFolderThatIsNotAbsolute() throws IOException {
        Tshark made = program("");
        String path = String.join(File.pathSeparator, "", ".", "\0", "/no/such/folder", folder.toString());
        assertThat(Tshark.find(Map.of("PATH", path))).contains(made);
        Path here = Path.of("").toAbsolutePath().relativize(folder);
        assertThat(Tshark.find(Map.of("PATH", here.toString()))).isNotEqualTo(java.util.Optional.of(made));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void argumentsAreNotReadByAShell() throws Exception {
        Path out = program("printf '%s|' \"$@\"").run(List.of("-Y", "$(touch x) ; *"), empty(), () -> false);
        assertThat(out).hasContent("-Y|$(touch x) ; *|");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itIsEndedWhenItIsCancelledOrWritesTooMuch() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Tshark idle = program("exec sleep 600");
        assertThatThrownBy(() -> idle.run(List.of(), empty(), () -> asked.incrementAndGet() > 1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.tshark.cancelled"));
        Tshark endless = program("exec yes");
        assertThatThrownBy(() -> endless.run(List.of(), folder.resolve("run"), () -> false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.tshark.much"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void itsOwnWordsAreTheReasonOfAFailure() throws Exception {
        Tshark failing = program("echo 'Running as user \"root\"' >&2; echo 'tshark: no such thing' >&2; exit 2");
        assertThatThrownBy(() -> failing.run(List.of(), empty(), () -> false))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.arguments()).containsExactly("no such thing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "x,y", "tcp.port==1", "$x", "-o", "a;b", "\"q\""})
    void whatIsNoNameOfAProtocolIsRefused(String typed) {
        assertThatThrownBy(() -> DecodeAs.parse(typed))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("problem.tshark.protocol"));
    }

    @Test
    void aNameIsReadInAnyCase() throws Problem {
        assertThat(DecodeAs.parse(" MQTT ")).isEqualTo(new DecodeAs("mqtt"));
        assertThat(DecodeAs.parse("  ")).isEqualTo(new DecodeAs(""));
        for (String usual : DecodeAs.USUAL) {
            assertThat(DecodeAs.parse(usual).protocol()).isEqualTo(usual);
        }
        assertThat(new DecodeAs("mqtt").arguments(false, 1883)).containsExactly("-d", "tcp.port==1883,mqtt");
        assertThat(new DecodeAs("dns").arguments(true, 53)).containsExactly("-d", "udp.port==53,dns");
        assertThat(new DecodeAs("").arguments(true, 53)).isEmpty();
    }
}
