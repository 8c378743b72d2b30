package dev.earshot.session;

import dev.earshot.codec.Problem;
import dev.earshot.net.ConnectAddress;
import dev.earshot.session.Settings.Key;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.LocalFileName;
import dev.earshot.tftp.TransferMode;
import java.util.Locale;
import java.util.function.Function;

/** What a tab remembers of the files that it fetches by TFTP, as it was typed, and how it is asked for them. */
public final class TftpSettings {
    /** {@code HOST[:PORT]}. */
    public static final Key<String> SERVER = text("tftp.server", "");
    /** The file's name on the server. */
    public static final Key<String> FILE = text("tftp.file", "");
    /** A folder, or a folder and a name; empty = where browsers put what they fetch. */
    public static final Key<String> TO = text("tftp.to", "");

    public static final Key<TransferMode> MODE =
            new Key<>("tftp.mode", TransferMode.OCTET, text -> TransferMode.valueOf(text.toUpperCase(Locale.ROOT)));
    public static final Key<Integer> BLOCK_SIZE = number("tftp.block.size", 512);
    public static final Key<Integer> TIMEOUT_MILLIS = number("tftp.timeout", 1_000);
    public static final Key<Integer> RETRIES = number("tftp.retries", 5);
    /** As {@link ByteSize#parse} reads it. */
    public static final Key<String> LIMIT = text("tftp.limit", "1 GiB");

    public static final Key<Boolean> OPTIONS = new Key<>("tftp.options", true, Boolean::valueOf);

    private TftpSettings() {}

    /**
     * What they ask for.
     *
     * @throws Problem what of it is wrong, as {@link FileRequest#check} says it, or the server, or the limit
     */
    public static FileRequest request(Settings settings) throws Problem {
        FileRequest request = new FileRequest(
                ConnectAddress.parse(settings.get(SERVER), FileRequest.PORT),
                settings.get(FILE),
                settings.get(MODE),
                settings.get(TIMEOUT_MILLIS),
                settings.get(RETRIES),
                limit(settings.get(LIMIT)),
                settings.get(BLOCK_SIZE),
                settings.get(OPTIONS));
        request.check();
        return request;
    }

    /** Reads how large a file may be, in bytes. */
    public static long limit(String typed) throws Problem {
        return ByteSize.parse(typed, 1024);
    }

    /** From whom, and the last part of the file's name: short, as for a title. */
    public static String brief(Settings settings) {
        return (settings.get(SERVER) + " " + LocalFileName.lastOf(settings.get(FILE))).strip();
    }

    private static Key<String> text(String name, String fallback) {
        return new Key<>(name, fallback, Function.identity());
    }

    private static Key<Integer> number(String name, int fallback) {
        return new Key<>(name, fallback, Integer::valueOf);
    }
}
