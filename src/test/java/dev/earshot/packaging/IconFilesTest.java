package dev.earshot.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IconFilesTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 48, 256, 1024})
    void theDrawingIsAWhiteDotWithWavesOnATile(int size) {
        BufferedImage icon = IconDrawing.of(size);
        assertThat(icon.getRGB(0, 0)).as("corner").isZero();
        assertThat(isWhite(icon, size / 2, size)).as("dot").isTrue();
        assertThat(icon.getRGB(size / 2, size / 8)).as("tile").isEqualTo(0xFF2563C9);
        int white = 0;
        for (int x = 0; x < size / 2; x++) {
            boolean before = x > 0 && isWhite(icon, x - 1, size);
            white += isWhite(icon, x, size) && !before ? 1 : 0;
        }
        assertThat(white).as("waves and dot from the left to the middle").isEqualTo(3);
    }

    private static boolean isWhite(BufferedImage icon, int x, int size) {
        return (icon.getRGB(x, size / 2) & 0xFF) > 0xE4; // of the blue tile it is C9
    }

    @Test
    void theIcoHoldsEachSize() throws IOException {
        byte[] file = IconFiles.ico();
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(in.getShort()).isZero();
        assertThat(in.getShort()).as("type icon").isEqualTo((short) 1);
        int count = in.getShort();
        List<Integer> sizes = new ArrayList<>();
        int end = 6 + 16 * count;
        for (int i = 0; i < count; i++) {
            int side = (in.get() + 255) % 256 + 1;
            assertThat((in.get() + 255) % 256 + 1).isEqualTo(side);
            assertThat(in.getShort()).as("no palette").isZero();
            assertThat(in.getShort()).as("planes").isEqualTo((short) 1);
            assertThat(in.getShort()).as("bits").isEqualTo((short) 32);
            int length = in.getInt();
            assertThat(in.getInt()).as("images follow each other").isEqualTo(end);
            check(Arrays.copyOfRange(file, end, end + length), side);
            end += length;
            sizes.add(side);
        }
        assertThat(end).isEqualTo(file.length);
        assertThat(sizes).isEqualTo(IconFiles.ICO_SIZES);
    }

    /** Reads one image of an .ico back, and compares it with the drawing. */
    private static void check(byte[] image, int side) throws IOException {
        BufferedImage drawn = IconDrawing.of(side);
        if (side == 256) {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(image));
            assertThat(read.getRGB(side / 2, side / 2)).isEqualTo(drawn.getRGB(side / 2, side / 2));
            assertThat(read.getWidth()).isEqualTo(side);
            return;
        }
        ByteBuffer bitmap = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(bitmap.getInt(0)).as("header").isEqualTo(40);
        assertThat(bitmap.getInt(4)).isEqualTo(side);
        assertThat(bitmap.getInt(8)).as("height with mask").isEqualTo(2 * side);
        assertThat(bitmap.getShort(14)).as("bits").isEqualTo((short) 32);
        assertThat(image.length)
                .as("rows of the mask are 32-bit words")
                .isEqualTo(40 + side * side * 4 + side * ((side + 31) / 32) * 4);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                assertThat(bitmap.getInt(40 + 4 * ((side - 1 - y) * side + x))).isEqualTo(drawn.getRGB(x, y));
            }
        }
    }

    @Test
    void theIcnsHoldsAPictureOfTheRightSizeForEachType() throws IOException {
        byte[] file = IconFiles.icns();
        ByteBuffer in = ByteBuffer.wrap(file);
        assertThat(type(in)).isEqualTo("icns");
        assertThat(in.getInt()).isEqualTo(file.length);
        List<String> types = new ArrayList<>();
        while (in.hasRemaining()) {
            String type = type(in);
            byte[] png = new byte[in.getInt() - 8];
            in.get(png);
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(read.getWidth()).as(type).isEqualTo(IconFiles.ICNS_TYPES.get(type));
            assertThat(read.getHeight()).isEqualTo(read.getWidth());
            types.add(type);
        }
        assertThat(types).containsExactlyElementsOf(IconFiles.ICNS_TYPES.keySet());
    }

    private static String type(ByteBuffer in) {
        byte[] type = new byte[4];
        in.get(type);
        return new String(type, StandardCharsets.US_ASCII);
    }
}
