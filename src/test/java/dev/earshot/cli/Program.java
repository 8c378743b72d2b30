package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.earshot.session.settings.EndpointKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/**
 * Runs Earshot with its own state folder and looks at what it prints: a command of the terminal within this process,
 * which takes a tenth of the time, or, where the process matters (signals, streams, limits, locale), as one with a
 * locale without Chinese.
 */
public final class Program implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;
    private static final String END = "(end of output)";

    private final ProgramRun run;
    private final BlockingQueue<String> out;
    private final BlockingQueue<String> err;

    /** Runs a command in this process. */
    Program(Path state, String... arguments) {
        this(new CommandRun(state, arguments));
    }

    /** Runs a command in this process, of a program that has a command for one more kind of endpoint. */
    static Program withKind(EndpointKind kind, Path state, String... arguments) {
        return new Program(new CommandRun(
                state,
                (host, typed) -> {
                    CommandLine commands = Commands.all(host);
                    commands.addSubcommand(SettingsCommand.of(kind, host, commands.getFactory()));
                    return Terminal.run(host, commands, typed);
                },
                arguments));
    }

    /** Starts Earshot as a process, in the folder of its state. */
    static Program process(Path state, String... arguments) throws IOException {
        return new Program(command(arguments), state);
    }

    /** Starts another class of this class path as a process, in the folder of its state. */
    static Program process(Class<?> main, Path state) throws IOException {
        List<String> command = command();
        command.set(command.size() - 1, main.getName());
        return new Program(command, state);
    }

    /** Starts another program, which uses UTF-8 in every locale. */
    static Program of(List<String> command) throws IOException {
        return new Program(command, Path.of(System.getProperty("java.io.tmpdir")));
    }

    private Program(List<String> command, Path state) throws IOException {
        this(new ProcessRun(start(command, state)));
    }

    private Program(ProgramRun run) {
        this.run = run;
        out = lines(run.output());
        err = lines(run.errors());
    }

    private static Process start(List<String> command, Path state) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_STATE_HOME", state.toString());
        builder.environment().put("XDG_CONFIG_HOME", state.toString());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("PYTHONUTF8", "1");
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS"));
        builder.directory(state.toFile());
        return builder.start();
    }

    /**
     * Starts Earshot with its output piped to {@code head -n 1}, which ends and prints {@code gone}. Keeps Earshot's
     * exit code.
     */
    static Program readByHead(Path state, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("bash", "-c", "\"$@\" | { head -n 1; exec 0<&-; echo gone; }; exit ${PIPESTATUS[0]}", "bash"));
        command.addAll(command(arguments));
        return new Program(command, state);
    }

    /** Starts Earshot without a standard input, as {@code <&-} does. */
    static Program withoutInput(Path state, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "exec \"$@\" <&-", "bash"));
        command.addAll(command(arguments));
        return new Program(command, state);
    }

    /** Starts Earshot with a heap of this size. */
    static Program withHeap(String most, Path state, String... arguments) throws IOException {
        List<String> command = command(arguments);
        command.add(1, "-Xmx" + most);
        return new Program(command, state);
    }

    /** Starts Earshot with so many descriptors at most. */
    static Program withDescriptors(int most, Path state, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "ulimit -n " + most + " && exec \"$@\"", "bash"));
        command.addAll(command(arguments));
        return new Program(command, state);
    }

    /** Starts Earshot with its output piped to a program that reads nothing and ends when Earshot has ended. */
    static Program readByNobody(Path state, String... arguments) throws IOException {
        String line = "exec \"$@\" > >(exec tail -f --pid=$$ /dev/null > /dev/null 2>&1)";
        List<String> command = new ArrayList<>(List.of("bash", "-c", line, "bash"));
        command.addAll(command(arguments));
        return new Program(command, state);
    }

    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // these two make a short run shorter; there are hundreds of them
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "dev.earshot.Earshot"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static BlockingQueue<String> lines(InputStream stream) {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = new Thread(() -> {
            try (BufferedReader text = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
                text.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add(e.toString());
            }
            lines.add(END);
        });
        reader.setDaemon(true);
        reader.start();
        return lines;
    }

    /** Reads the next line of standard output. */
    public String line() {
        return next(out);
    }

    /** Reads the next line of standard output and removes its time. */
    String row() {
        return withoutTime(line());
    }

    static String withoutTime(String line) {
        assertThat(line).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\d .*");
        return line.substring(13);
    }

    /** Reads the next line of standard error. */
    public String complaint() {
        return next(err);
    }

    /** Reads all lines of standard output to its end. */
    public List<String> rest() {
        List<String> rest = new ArrayList<>();
        for (String line = line(); !line.equals(END); line = line()) {
            rest.add(line);
        }
        return rest;
    }

    /** Reads all lines of standard error to its end. */
    List<String> complaints() {
        List<String> rest = new ArrayList<>();
        for (String line = complaint(); !line.equals(END); line = complaint()) {
            rest.add(line);
        }
        return rest;
    }

    /** Reads the first line and connects to the address in it. */
    int port() {
        String first = line();
        assertThat(first).matches("(listening|receiving|relaying) 127\\.0\\.0\\.1:\\d+( to .*)?");
        return Integer.parseInt(first.split(" ")[1].split(":")[1]);
    }

    /** Waits for a line of standard error that contains this text. */
    public Program saying(String part) {
        while (!complaint().contains(part)) {
            assertThat(run.isAlive()).isTrue();
        }
        return this;
    }

    public void types(String text) throws IOException {
        typesBytes(text.getBytes(UTF_8));
    }

    void typesBytes(byte[] bytes) throws IOException {
        run.input().write(bytes);
        run.input().flush();
    }

    void endsInput() throws IOException {
        run.input().close();
    }

    /** Sends a signal as {@code kill} does. */
    void signal(String name) throws IOException, InterruptedException {
        run.signal(name);
    }

    long pid() {
        return run.pid();
    }

    public int exitCode() throws InterruptedException {
        Integer code = run.exitCode(PATIENCE_SECONDS);
        return code == null ? fail("still running") : code;
    }

    private static String next(BlockingQueue<String> lines) {
        try {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return line == null ? fail("no line came") : line;
        } catch (InterruptedException e) {
            return fail(e);
        }
    }

    /** Returns the address under which the program shows this client. */
    static String name(Socket client) {
        return "127.0.0.1:" + client.getLocalPort();
    }

    /** Reads this many bytes, or fewer if the stream ends first. */
    static byte[] read(Socket client, int count) throws IOException {
        client.setSoTimeout(PATIENCE_SECONDS * 1000);
        return client.getInputStream().readNBytes(count);
    }

    @Override
    public void close() {
        run.kill();
    }
}
