package dev.earshot.bench;

import static dev.earshot.bench.Table.figure;

import java.io.IOException;
import java.util.List;

/** How long a message of a group chat takes to reach everybody, beside what a round trip costs at the least. */
final class Chat {
    private static final int CLIENTS = 100;
    private static final int RATE = 10;
    private static final int SECONDS = 10;

    private Chat() {}

    static void run(int times) throws IOException {
        System.out.println("chat: " + CLIENTS + " clients say " + RATE + " messages of 64 bytes a second each, for "
                + SECONDS + " s, and each message");
        System.out.println("goes to all of them, recorded each time. Milliseconds from the write of its sender to the");
        System.out.println("read of a receiver; beside it the round trip of one client and a process that sends its");
        System.out.println("bytes back, 100 times a second, before anybody talks and meanwhile.\n");
        Table table = new Table("", "count", "of", "p50 ms", "p99 ms", "max ms");
        for (int i = 0; i < times; i++) {
            measure(table);
        }
        table.print();
    }

    private static void measure(Table table) throws IOException {
        try (Home home = new Home();
                Child host = Child.of(home.folder(), ChatHost.class, List.of());
                Child mirror = Child.of(home.folder(), Mirror.class, List.of())) {
            List<String> arguments =
                    List.of(host.next("port")[0], mirror.next("port")[0], CLIENTS + "", RATE + "", SECONDS + "");
            try (Child talkers = Child.of(home.folder(), Talkers.class, arguments)) {
                row(table, "round trip, idle", talkers.next("idle"), SECONDS * 100);
                row(table, "round trip, during the chat", talkers.next("busy"), SECONDS * 100);
                row(table, "chat, to each receiver", talkers.next("heard"), CLIENTS * CLIENTS * RATE * SECONDS);
                host.tell("");
                System.out.println("left out: " + host.next("relayed")[1]);
            }
        }
    }

    private static void row(Table table, String what, String[] words, int of) {
        table.row(what, figure(Integer.parseInt(words[0]), 0), figure(of, 0), words[1], words[2], words[3]);
    }
}
