package dev.earshot.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.session.Folders;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/**
 * A process that carries out commands of Earshot for shells, in its own folder: each would start a JVM otherwise. It
 * reads and writes the shell's own standard streams, and ends a command when its shell has ended.
 */
final class ShellHost {
    private final Set<CompletableFuture<?>> running = ConcurrentHashMap.newKeySet();

    private ShellHost() {}

    /** Prints the port at which shells ask, and ends with its standard input. */
    public static void main(String[] args) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        System.out.println(server.getLocalPort());
        ShellHost host = new ShellHost();
        startThread(() -> {
            while (true) {
                Socket shell = server.accept();
                startThread(() -> host.serve(shell));
            }
        });
        System.in.read();
    }

    /**
     * Returns the definition of {@code earshot} for Bash. Its number and arguments go to the host, the exit code comes
     * back. The standard streams have a second number each, because Bash changes the first for its own commands.
     */
    static String function(int port) {
        return "earshot() { local code; exec 3<>/dev/tcp/127.0.0.1/" + port + " 4<&0 5>&1 6>&2; "
                + "printf '%s\\0' $BASHPID $# \"$@\" >&3; read -r -u 3 code; return \"$code\"; }\n";
    }

    /** Waits until the commands of all shells that have ended are ended too. */
    static void awaitEnd(int port) throws IOException {
        try (Socket asking = new Socket(InetAddress.getLoopbackAddress(), port)) {
            asking.getOutputStream().write(new byte[] {'0', 0});
            asking.getInputStream().readAllBytes();
        }
    }

    private void serve(Socket shell) throws IOException {
        try (shell) {
            DataInputStream asked = new DataInputStream(shell.getInputStream());
            int pid = Integer.parseInt(text(asked));
            if (pid == 0) {
                running.forEach(CompletableFuture::join);
                return;
            }
            String[] arguments = new String[Integer.parseInt(text(asked))];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = text(asked);
            }
            CompletableFuture<Integer> code = new CompletableFuture<>();
            running.add(code);
            try {
                int answer = run(asked, pid, arguments);
                shell.getOutputStream().write((answer + "\n").getBytes(UTF_8));
            } finally {
                running.remove(code);
                code.complete(0);
            }
        }
    }

    private static String text(DataInputStream in) throws IOException {
        StringBuilder bytes = new StringBuilder();
        for (byte one = in.readByte(); one != 0; one = in.readByte()) {
            bytes.append((char) (one & 0xFF));
        }
        return new String(bytes.toString().getBytes(ISO_8859_1), UTF_8);
    }

    private static int run(InputStream shell, int pid, String... arguments) throws IOException {
        String streams = "/proc/" + pid + "/fd/";
        try (InputStream in = new FileInputStream(streams + 4);
                OutputStream out = new FileOutputStream(streams + 5, true);
                PrintStream err = new PrintStream(new FileOutputStream(streams + 6, true), true, UTF_8)) {
            HostProcess.Signals signals = task -> startThread(() -> endWith(shell, task));
            return Terminal.run(new HostProcess(in, out, err, UTF_8, new Folders(), signals), arguments);
        }
    }

    /** Ends a command when the connection to its shell ends. */
    private static void endWith(InputStream shell, IntSupplier task) {
        try {
            shell.read();
            task.getAsInt();
        } catch (IOException e) {
            // the command had ended before
        }
    }

    /** The work of a thread. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void startThread(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
