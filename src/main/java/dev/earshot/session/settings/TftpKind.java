package dev.earshot.session.settings;

import dev.earshot.codec.Problem;
import dev.earshot.codec.VisibleText;
import dev.earshot.net.Event;
import dev.earshot.net.address.ConnectAddress;
import dev.earshot.tftp.FileRequest;
import dev.earshot.tftp.FileTransfer;
import dev.earshot.tftp.LocalFileName;
import dev.earshot.tftp.TransferMode;
import java.util.List;

/** The TFTP download: one file of a server at a time. It has no endpoint. */
public final class TftpKind implements EndpointKind {
    /** The only instance. */
    public static final EndpointKind KIND = new TftpKind();

    /** The server, {@code HOST[:PORT]}. */
    public static final SettingKey<String> SERVER = SettingKey.text("tftp.server", "");
    /** The file's name on the server. */
    public static final SettingKey<String> FILE = SettingKey.text("tftp.file", "");
    /** The folder, or folder and name, of the local file; empty = the folder for downloads. */
    public static final SettingKey<String> TO = SettingKey.text("tftp.to", "");

    /** The transfer mode (RFC 1350). */
    public static final SettingKey<TransferMode> MODE = SettingKey.choice("tftp.mode", TransferMode.OCTET);
    /** The block size in bytes (RFC 2348). */
    public static final SettingKey<Integer> BLOCK_SIZE = new SettingKey<>("tftp.block.size", 512, Integer::valueOf);
    /** The time after which a packet is sent again, in milliseconds. */
    public static final SettingKey<Integer> TIMEOUT_MILLIS = new SettingKey<>("tftp.timeout", 1_000, Integer::valueOf);
    /** The number of times that a packet is sent again. */
    public static final SettingKey<Integer> RETRIES = new SettingKey<>("tftp.retries", 5, Integer::valueOf);
    /** The largest size of a file, in the form of {@link ByteSize#parse}. */
    public static final SettingKey<String> LIMIT = SettingKey.text("tftp.limit", "1 GiB");

    /** Whether the request has options (RFC 2347), such as the block size. */
    public static final SettingKey<Boolean> OPTIONS = SettingKey.flag("tftp.options", true);

    private TftpKind() {}

    @Override
    public String id() {
        return FileTransfer.KIND;
    }

    /** Returns the server and the last part of the file's name. */
    @Override
    public String place(Settings settings) {
        return VisibleText.of((settings.get(SERVER) + " " + LocalFileName.lastOf(settings.get(FILE))).strip());
    }

    @Override
    public boolean canSend() {
        return false;
    }

    @Override
    public boolean usesDatagrams() {
        return true;
    }

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(SERVER, FILE, TO, MODE, BLOCK_SIZE, TIMEOUT_MILLIS, RETRIES, LIMIT, OPTIONS);
    }

    @Override
    public String announcement(Event.Opened opened) {
        return "fetching " + opened.target();
    }

    /** Returns the server and the file. */
    @Override
    public List<String> targetParts(String target) {
        String[] parts = (target + " ").split(" ", 2);
        return List.of(parts[0], VisibleText.of(parts[1].strip()));
    }

    /**
     * Reads a request from the settings.
     *
     * @throws Problem which setting is wrong
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

    /** Reads the largest size of a file, in bytes. */
    public static long limit(String typed) throws Problem {
        return ByteSize.parse(typed, 1024);
    }
}
