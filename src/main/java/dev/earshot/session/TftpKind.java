package dev.earshot.session;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Event;
import dev.earshot.tftp.FileTransfer;
import java.util.List;

/** A file that is fetched by TFTP. */
public final class TftpKind implements EndpointKind {
    public static final EndpointKind KIND = new TftpKind();

    private TftpKind() {}

    @Override
    public String id() {
        return FileTransfer.KIND;
    }

    @Override
    public String place(Settings settings) {
        return VisibleText.of(TftpSettings.brief(settings));
    }

    @Override
    public boolean sends() {
        return false;
    }

    @Override
    public boolean datagrams() {
        return true;
    }

    @Override
    public String announcement(Event.Opened opened) {
        return "fetching " + opened.target();
    }

    /** The server and the file. */
    @Override
    public List<String> targetParts(String target) {
        String[] parts = (target + " ").split(" ", 2);
        return List.of(parts[0], VisibleText.of(parts[1].strip()));
    }
}
