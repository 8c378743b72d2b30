package dev.earshot.net;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** What an endpoint takes from the machine and the machine may refuse: connections and threads. */
interface Machine {
    Machine REAL = new Machine() {};

    default Socket accept(ServerSocket server) throws IOException {
        return server.accept();
    }

    /** Starts a thread. The system's refusal is an OutOfMemoryError, not an exception. */
    default void start(Thread thread) {
        thread.start();
    }

    /** A daemon with half the usual stack: thousands of them are only address space, but a 32-bit system has little. */
    static Thread thread(String name, Runnable body) {
        Thread thread = new Thread(null, body, name, 512 * 1024);
        thread.setDaemon(true);
        return thread;
    }
}
