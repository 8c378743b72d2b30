package dev.earshot.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * What is sent.
 *
 * @param clients that send at the same time
 * @param messages of each client
 * @param size of a message in bytes, its line feed included
 * @param together how many messages go into one write
 */
record Load(int clients, int messages, int size, int together) {

    long rows() {
        return (long) clients * messages;
    }

    long bytes() {
        return rows() * size;
    }

    /** One write. */
    byte[] block() {
        byte[] line = new byte[size];
        Arrays.fill(line, (byte) 'x');
        byte[] text = "温度=23.5℃ 湿度=48% ".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, line, 0, Math.min(text.length, size - 1));
        line[size - 1] = '\n';
        byte[] block = new byte[size * together];
        for (int i = 0; i < together; i++) {
            System.arraycopy(line, 0, block, i * size, size);
        }
        return block;
    }

    static Load parse(List<String> words) {
        List<Integer> numbers = words.stream().map(Integer::valueOf).toList();
        return new Load(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    List<String> words() {
        return List.of(clients + "", messages + "", size + "", together + "");
    }
}
