package dev.earshot.ui.send;

import dev.earshot.codec.VisibleText;
import dev.earshot.net.Peer;
import dev.earshot.send.FileSend;
import dev.earshot.send.SendRate;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.FigureText;
import java.util.List;

/** Describes a file that is being sent, for its line above the send box. Confined to the EDT. */
public final class FileLine implements ActiveSend {
    private final FileSend sending;
    private final List<Peer> peers;
    private final Session session;
    private final SendRate pace = new SendRate();

    FileLine(FileSend sending, List<Peer> peers, Session session) {
        this.sending = sending;
        this.peers = peers;
        this.session = session;
    }

    @Override
    public String words(Words words) {
        long went = sending.sentBytes();
        long all = sending.totalBytes();
        pace.measure(System.nanoTime(), went);
        String name = VisibleText.of(String.valueOf(sending.file().getFileName()));
        String to = new Recipients(session, words).label(peers);
        String of = FigureText.bytes(went) + " / " + FigureText.bytes(all);
        if (!sending.isEnded()) {
            long left = pace.secondsLeft(all);
            String said = words.of("ui.file.running", name, to, of, FigureText.rate(Math.round(pace.perSecond())));
            said += left < 0 ? "" : words.of("ui.comma") + words.of("ui.file.left", FigureText.time(words, left));
            return said + someLeft(words);
        } else if (sending.problem().isPresent()) {
            return words.of("ui.file.failed", name, words.of(sending.problem().get()));
        } else if (sending.isStopped()) {
            return words.of("ui.file.stopped", name, to, of);
        }
        return words.of("ui.file.sent", name, to, FigureText.bytes(all)) + someLeft(words);
    }

    private String someLeft(Words words) {
        return sending.departed() == 0
                ? ""
                : words.of("ui.send.sentence")
                        + words.of("ui.file.some.left", sending.departed(), words.of(sending.firstDeparture()));
    }

    @Override
    public double progress() {
        return sending.totalBytes() == 0 ? 0 : (double) sending.sentBytes() / sending.totalBytes();
    }

    @Override
    public boolean ended() {
        return sending.isEnded();
    }

    @Override
    public boolean failed() {
        return sending.problem().isPresent() || sending.departed() > 0;
    }

    @Override
    public boolean stopped() {
        return sending.isStopped();
    }

    @Override
    public void stop() {
        sending.stop();
    }
}
