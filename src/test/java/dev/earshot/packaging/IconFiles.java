package dev.earshot.packaging;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/** Writes the icon as PNG files, as an {@code .ico} of Windows and as an {@code .icns} of macOS. */
final class IconFiles {
    /** Sides in pixels of the folders that the Icon Theme Specification of freedesktop.org names. */
    static final List<Integer> PNG_SIZES = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);

    static final List<Integer> ICO_SIZES = List.of(16, 20, 24, 32, 40, 48, 64, 256);

    /** Sides by the type of the image in an {@code .icns} file; all of them may hold PNG. */
    static final Map<String, Integer> ICNS_TYPES = icnsTypes();

    private static final int LARGEST_BITMAP = 64; // larger images of an .ico are PNG, which Windows reads since Vista
    private static final int ICO_HEADER = 6;
    private static final int ICO_ENTRY = 16;
    private static final int BITMAP_HEADER = 40;

    private IconFiles() {}

    private static Map<String, Integer> icnsTypes() {
        Map<String, Integer> types = new LinkedHashMap<>();
        types.put("icp4", 16);
        types.put("icp5", 32);
        types.put("ic11", 32); // 16 points at double scale, and so on
        types.put("ic12", 64);
        types.put("ic07", 128);
        types.put("ic13", 256);
        types.put("ic08", 256);
        types.put("ic14", 512);
        types.put("ic09", 512);
        types.put("ic10", 1024);
        return types;
    }

    /** Writes {@code earshot.ico}, {@code earshot.icns}, {@code earshot.png} and {@code N.png} for each size. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int size : PNG_SIZES) {
            Files.write(folder.resolve(size + ".png"), png(size));
        }
        Files.write(folder.resolve("earshot.png"), png(256));
        Files.write(folder.resolve("earshot.ico"), ico());
        Files.write(folder.resolve("earshot.icns"), icns());
    }

    static byte[] png(int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(IconDrawing.of(size), "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] ico() {
        List<byte[]> images = ICO_SIZES.stream()
                .map(size -> size > LARGEST_BITMAP ? png(size) : bitmap(IconDrawing.of(size)))
                .toList();
        int start = ICO_HEADER + ICO_ENTRY * images.size();
        ByteBuffer file = littleEndian(
                start + images.stream().mapToInt(image -> image.length).sum());
        file.putShort((short) 0).putShort((short) 1).putShort((short) images.size());
        for (int i = 0; i < images.size(); i++) {
            byte side = (byte) (int) ICO_SIZES.get(i); // 0 stands for 256
            file.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
            file.putInt(images.get(i).length).putInt(start);
            start += images.get(i).length;
        }
        images.forEach(file::put);
        return file.array();
    }

    /**
     * Returns a bitmap as icons have it: without a file header, from the bottom, with a mask that says nothing more.
     */
    private static byte[] bitmap(BufferedImage image) {
        int side = image.getWidth();
        int maskRow = (side + 31) / 32 * 4;
        ByteBuffer bitmap = littleEndian(BITMAP_HEADER + side * side * 4 + side * maskRow);
        bitmap.putInt(BITMAP_HEADER).putInt(side).putInt(2 * side); // the height counts the mask
        bitmap.putShort((short) 1).putShort((short) 32).putInt(0).putInt(side * side * 4);
        bitmap.position(BITMAP_HEADER);
        for (int y = side - 1; y >= 0; y--) {
            for (int x = 0; x < side; x++) {
                bitmap.putInt(image.getRGB(x, y));
            }
        }
        return bitmap.array();
    }

    static byte[] icns() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ICNS_TYPES.forEach((type, size) -> {
            byte[] image = png(size);
            body.writeBytes(chunk(type, image.length));
            body.writeBytes(image);
        });
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(chunk("icns", body.size()));
        file.writeBytes(body.toByteArray());
        return file.toByteArray();
    }

    /** Returns the start of a chunk: its type, and its length with these eight bytes, big endian. */
    private static byte[] chunk(String type, int length) {
        return ByteBuffer.allocate(8)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + length)
                .array();
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
