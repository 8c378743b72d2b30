package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.session.Folders;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.IntSupplier;

/** A command of Earshot that runs in this process, on a thread of its own, with standard streams of its own. */
final class CommandRun implements ProgramRun {
    private static final int PATIENCE_SECONDS = 30;

    private final BytePipe in = new BytePipe();
    private final BytePipe out = new BytePipe();
    private final BytePipe err = new BytePipe();
    private final OutputStream typed = in.out();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private IntSupplier onEnd;
    private boolean isToEnd;

    /** Starts a command, with its state and its settings in this folder. */
    CommandRun(Path state, String... arguments) {
        this(state, Terminal::run, arguments);
    }

    /** Starts a command with this program. */
    CommandRun(Path state, BiFunction<HostProcess, String[], Integer> program, String... arguments) {
        Map<String, String> environment =
                Map.of("XDG_STATE_HOME", state.toString(), "XDG_CONFIG_HOME", state.toString());
        HostProcess host = new HostProcess(
                in.in(),
                out.out(),
                new PrintStream(err.out(), true, UTF_8),
                UTF_8,
                new Folders(environment, "Linux", state.toString()),
                this::onEnd);
        Thread main = new Thread(() -> run(() -> program.apply(host, arguments)), "earshot " + arguments[0]);
        main.setDaemon(true);
        main.start();
    }

    private void run(IntSupplier program) {
        try {
            code.complete(program.getAsInt());
        } catch (Throwable e) {
            code.completeExceptionally(e);
        } finally {
            endOfStreams();
        }
    }

    private void endOfStreams() {
        for (BytePipe pipe : new BytePipe[] {out, err}) {
            pipe.end();
        }
    }

    private synchronized void onEnd(IntSupplier task) {
        onEnd = task;
        if (isToEnd) {
            begin(task);
        }
    }

    private static void begin(IntSupplier task) {
        Thread end = new Thread(task::getAsInt, "end");
        end.setDaemon(true);
        end.start();
    }

    private synchronized void requestEnd() {
        if (!isToEnd && onEnd != null) {
            begin(onEnd);
        }
        isToEnd = true;
    }

    @Override
    public OutputStream input() {
        return typed;
    }

    @Override
    public InputStream output() {
        return out.in();
    }

    @Override
    public InputStream errors() {
        return err.in();
    }

    @Override
    public boolean isAlive() {
        return !code.isDone();
    }

    @Override
    public Integer exitCode(int seconds) throws InterruptedException {
        try {
            return code.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Override
    public void signal(String name) {
        if (!name.equals("TERM") && !name.equals("INT") && !name.equals("HUP")) {
            throw new UnsupportedOperationException("SIG" + name + " needs a process");
        }
        requestEnd();
    }

    @Override
    public long pid() {
        throw new UnsupportedOperationException("only a process has a number");
    }

    /** Ends the command as a signal does, and waits for it: its files are removed behind the test. */
    @Override
    public void kill() {
        requestEnd();
        in.end();
        try {
            if (exitCode(PATIENCE_SECONDS) == null) {
                throw new AssertionError("still running");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
