package dev.earshot.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The literals evaluate to the bytes, in the languages themselves where they are installed. */
class SourceLiteralTest {
    private static final List<byte[]> SAMPLES = samples();

    @TempDir
    Path folder;

    private static List<byte[]> samples() {
        List<byte[]> samples = new ArrayList<>();
        byte[] all = new byte[256];
        byte[] twice = new byte[512];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
            twice[2 * i] = (byte) i; // every value before a digit, which no escape may swallow
            twice[2 * i + 1] = '1';
            samples.add(new byte[] {(byte) i}); // first and last
        }
        samples.add(all);
        samples.add(twice);
        for (String text : List.of(
                "",
                "-n",
                "--",
                "%",
                "%%s%d",
                "'",
                "''\"\"''",
                "\\",
                "\\\\n\\x41\\0",
                "??=??/??'",
                "\u00011f",
                "\n\n",
                "a\r\n\tb",
                "$HOME `id` $(id) !!",
                "%\\c%b",
                "0x41, 41 42",
                "温度")) {
            samples.add(text.getBytes(UTF_8));
        }
        return samples;
    }

    @Test
    void pythonReadsItsBytes() throws Exception {
        StringBuilder program = new StringBuilder("import sys\n");
        for (byte[] bytes : SAMPLES) {
            program.append("sys.stdout.buffer.write((").append(SourceLiteral.pythonBytes(bytes));
            program.append(").hex().encode() + b'\\n')\n");
        }
        assertHexLines(run(List.of("python3", "-"), program.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sh", "bash", "dash", "busybox sh"})
    void shellsPrintTheBytes(String shell) throws Exception {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < SAMPLES.size(); i++) {
            script.append(SourceLiteral.printf(SAMPLES.get(i)))
                    .append(" > ")
                    .append(i)
                    .append('\n');
        }
        run(List.of(shell.split(" ")), script.toString());
        for (int i = 0; i < SAMPLES.size(); i++) {
            assertThat(folder.resolve(String.valueOf(i))).hasBinaryContent(SAMPLES.get(i));
        }
    }

    @Test
    void aCCompilerReadsItsArrays() throws Exception {
        StringBuilder program = new StringBuilder("#include <stdio.h>\n");
        StringBuilder main = new StringBuilder("int main(void) {\n");
        for (int i = 0; i < SAMPLES.size(); i++) {
            program.append(SourceLiteral.cArray("m" + i, SAMPLES.get(i))).append('\n');
            main.append("for (int i = 0; i < ").append(SAMPLES.get(i).length);
            main.append("; i++) { printf(\"%02x\", m").append(i).append("[i]); }\nputs(\"\");\n");
        }
        Path source = Files.writeString(
                folder.resolve("arrays.c"), program.append(main).append("return 0; }\n"));
        run(List.of("cc", "-std=c99", "-trigraphs", "-Wall", "-Werror", "-o", "arrays", source.toString()), "");
        assertHexLines(run(List.of("./arrays"), ""));
    }

    @Test
    void theJavaCompilerReadsItsArrays() throws Exception {
        StringBuilder program = new StringBuilder("public class Arrays {\n");
        for (int i = 0; i < SAMPLES.size(); i++) {
            program.append("public static ")
                    .append(SourceLiteral.javaArray("m" + i, SAMPLES.get(i)))
                    .append('\n');
        }
        Path source = Files.writeString(folder.resolve("Arrays.java"), program.append('}'));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assumeTrue(compiler != null);
        assertThat(compiler.run(null, null, null, "-proc:none", source.toString()))
                .isZero();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            Class<?> compiled = loader.loadClass("Arrays");
            for (int i = 0; i < SAMPLES.size(); i++) {
                assertThat(compiled.getField("m" + i).get(null)).isEqualTo(SAMPLES.get(i));
            }
        }
    }

    @Test
    void thePastedArraysAreReadBack() throws Problem {
        for (byte[] bytes : SAMPLES) {
            if (bytes.length > 1) {
                assertThat(PastedHex.find(SourceLiteral.cArray("m", bytes))).hasValue(bytes);
                assertThat(PastedHex.find(SourceLiteral.javaArray("m", bytes))).hasValue(bytes);
            }
        }
    }

    private static void assertHexLines(byte[] printed) {
        List<String> expected = SAMPLES.stream()
                .map(bytes -> java.util.HexFormat.of().formatHex(bytes))
                .toList();
        assertThat(new String(printed, ISO_8859_1).lines().toList()).isEqualTo(expected);
    }

    /** Runs a program that may not be installed, and returns what it prints. */
    private byte[] run(List<String> command, String input) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, command.get(0) + " is not installed");
            throw e;
        }
        process.getOutputStream().write(input.getBytes(ISO_8859_1));
        process.getOutputStream().close();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        process.getInputStream().transferTo(printed);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return printed.toByteArray();
    }
}
