package dev.earshot.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What is sent.
 *
 * @param clients that send at the same time
 * @param messages of each client, or 0 if time is what ends it
 * @param seconds how long it is sent, where messages are not counted
 * @param rate messages a second of each client, each sent by itself; 0 is as fast as the receiver takes them
 * @param size of a message in bytes, its line feed included
 * @param together how many messages go into one write
 */
record Load(int clients, int messages, double seconds, int rate, int size, int together) {
    /** Messages of 64 bytes that make up one large write. */
    static final int LARGE = 1024;

    static Load counted(int clients, int messages, int size, int together) {
        return new Load(clients, messages, 0, 0, size, together);
    }

    static Load flood(int clients, double seconds, int size, int together) {
        return new Load(clients, 0, seconds, 0, size, together);
    }

    static Load paced(int clients, double seconds, int rate, int size) {
        return new Load(clients, 0, seconds, rate, size, 1);
    }

    static Load parse(List<String> words) {
        return new Load(
                Integer.parseInt(words.get(0)),
                Integer.parseInt(words.get(1)),
                Double.parseDouble(words.get(2)),
                Integer.parseInt(words.get(3)),
                Integer.parseInt(words.get(4)),
                Integer.parseInt(words.get(5)));
    }

    List<String> words() {
        return List.of(clients + "", messages + "", seconds + "", rate + "", size + "", together + "");
    }

    /** One write. */
    byte[] block() {
        byte[] line = new byte[size];
        Arrays.fill(line, (byte) 'x');
        byte[] text = "温度=23.5℃ 湿度=48% ".getBytes(StandardCharsets.UTF_8);
        if (text.length < size) {
            System.arraycopy(text, 0, line, 0, text.length);
        }
        line[size - 1] = '\n';
        byte[] block = new byte[size * together];
        for (int i = 0; i < together; i++) {
            System.arraycopy(line, 0, block, i * size, size);
        }
        return block;
    }
}
