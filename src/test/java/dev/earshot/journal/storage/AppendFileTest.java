package dev.earshot.journal.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendFileTest {
    private static final int ITEM = 32;
    private static final int ITEMS_IN_A_CHUNK = 65_536 / ITEM;

    @TempDir
    Path folder;

    private final byte[] item = new byte[ITEM];
    private final ByteBuffer read = ByteBuffer.allocate(ITEM);
    private int files;
    private boolean full;

    private AppendFile file() {
        byte[] lost = new byte[ITEM];
        lost[20] = (byte) 0xC0;
        return new AppendFile(() -> new FaultyChannel(folder.resolve("index" + files++), write -> full), lost);
    }

    private void append(AppendFile file, int from, int to) {
        for (int i = from; i < to; i++) {
            ByteBuffer.wrap(item).putInt(i);
            file.append(item, item.length);
        }
    }

    private int at(AppendFile file, long number) throws IOException {
        file.read(number * ITEM, read);
        return read.getInt(0);
    }

    @Test
    void itemsStayInMemoryUntilTheDiskTakesThem() throws IOException {
        try (AppendFile file = file()) {
            full = true;
            append(file, 0, 20_000);
            assertThat(file.inMemory()).isGreaterThan(20_000 * ITEM - 1);
            full = false;
            append(file, 20_000, 40_000);
            assertThat(file.inMemory()).isEqualTo(65_536);
            for (int i = 0; i < 40_000; i++) {
                assertThat(at(file, i)).isEqualTo(i);
            }
            assertThat(file.hasHoles()).isFalse();
        }
    }

    @Test
    void memoryIsBoundedAndLostItemsReadAsTheFirstLostOne() throws IOException {
        try (AppendFile file = file()) {
            int before = 10 * ITEMS_IN_A_CHUNK;
            append(file, 0, before + 1);
            full = true;
            int after = before + (AppendFile.MOST_WAITING + 100) * ITEMS_IN_A_CHUNK;
            append(file, before + 1, after + 1);
            assertThat(file.inMemory()).isEqualTo((AppendFile.MOST_WAITING + 1) * 65_536L);
            int lostTo = before + 100 * ITEMS_IN_A_CHUNK;
            assertHole(file, before, lostTo, after);
            full = false;
            append(file, after + 1, after + 2 * ITEMS_IN_A_CHUNK);
            assertThat(file.inMemory()).isEqualTo(65_536);
            assertHole(file, before, lostTo, after);
            full = true;
            append(file, after + 2 * ITEMS_IN_A_CHUNK, after + 500 * ITEMS_IN_A_CHUNK);
            assertHole(file, before, lostTo, after);
            assertThat(at(file, after + 100L * ITEMS_IN_A_CHUNK))
                    .as("in a second hole")
                    .isLessThan(after + 2 * ITEMS_IN_A_CHUNK);
        }
    }

    private void assertHole(AppendFile file, int from, int to, int end) throws IOException {
        for (int i = 0; i <= end; i += i > from + 5 && i < to - 5 ? 1021 : 1) {
            assertThat(at(file, i)).as("item %d", i).isEqualTo(i >= from && i < to ? from : i);
            assertThat(read.get(20)).isEqualTo((byte) (i >= from && i < to ? 0xC0 : 0));
        }
        ByteBuffer many = ByteBuffer.allocate(4 * ITEM);
        file.readOn((from - 2L) * ITEM, many);
        assertThat(many.getInt(ITEM)).isEqualTo(from - 1);
        assertThat(many.getInt(3 * ITEM)).isEqualTo(from);
    }

    @Test
    void itsBeginningCanBeDroppedAndOffsetsStay() throws IOException {
        try (AppendFile file = file()) {
            int items = 5 << 20; // 160 MiB, three files
            append(file, 0, items);
            file.dropBefore(100L << 20);
            assertThatThrownBy(() -> at(file, 0)).isInstanceOf(IOException.class);
            for (int i = 4 << 20; i < items; i += 997) {
                assertThat(at(file, i)).isEqualTo(i);
            }
            append(file, items, items + 10);
            assertThat(at(file, items + 9)).isEqualTo(items + 9);
        }
    }

    @Test
    void aSearchBeginsAgainIfTheOldestItemsAreDroppedMeanwhile() throws IOException {
        int inOneFile = 64 * 1024 * 1024 / ITEM;
        try (AppendFile file = file()) {
            append(file, 0, inOneFile + 3 * ITEMS_IN_A_CHUNK);
            long[] first = {0};
            AppendFile.ItemTest dropping = item -> {
                if (first[0] == 0) {
                    first[0] = inOneFile;
                    drop(file, inOneFile);
                }
                return item.getInt(0) < inOneFile + 7;
            };
            assertThat(file.find(() -> first[0], inOneFile + 100, read, dropping))
                    .isEqualTo(inOneFile + 7);
            assertThatThrownBy(() -> at(file, 5)).isInstanceOf(RecordGoneException.class);
        }
    }

    private static void drop(AppendFile file, long before) {
        try {
            file.dropBefore(before * ITEM);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
