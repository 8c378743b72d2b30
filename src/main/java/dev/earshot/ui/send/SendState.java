package dev.earshot.ui.send;

import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.net.Peer;
import dev.earshot.send.Draft;
import dev.earshot.send.FileSend;
import dev.earshot.send.History;
import dev.earshot.send.KeptMessages;
import dev.earshot.send.QuickSends;
import dev.earshot.send.Repeat;
import dev.earshot.send.Replay;
import dev.earshot.send.ReplaySpeed;
import dev.earshot.send.SendMemory;
import dev.earshot.send.Sequence;
import dev.earshot.session.Session;
import dev.earshot.session.settings.Settings;
import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Holds the background sends and stored messages, which outlive a send bar when the language changes. Confined to the
 * EDT.
 */
final class SendState {
    final History history = new History();
    final List<ActiveSend> ongoing = new ArrayList<>();
    private final Settings settings;
    private final SendMemory remembered;
    private final QuickShelf shelf;
    private Repeat repeat;
    private Draft draft = Draft.EMPTY;
    private boolean loading;

    /** @param shelf the quick sends of all tabs; everything else belongs to one tab */
    SendState(Settings settings, QuickShelf shelf) {
        remembered = new SendMemory(settings.tabFile("send.json"), settings.beside("quick-sends.json"));
        this.settings = settings;
        this.shelf = shelf;
    }

    /** Loads the stored messages once; {@code loaded} takes the draft. */
    void load(Consumer<Draft> loaded) {
        if (loading) {
            return;
        }
        loading = true;
        settings.beforeSave(remembered::save);
        remembered.loadSoon(content -> EventQueue.invokeLater(() -> {
            List<Draft> since = history.latestFirst();
            history.addAll(content.history());
            for (int i = since.size() - 1; i >= 0; i--) {
                history.add(since.get(i));
            }
            shelf.read(content.quickSends());
            if (!shelf.quickSends().equals(content.quickSends())) {
                keep(); // some were added meanwhile
                remembered.saveSoon();
            }
            loaded.accept(content.draft());
        }));
    }

    SendMemory remembered() {
        return remembered;
    }

    QuickSends quickSends() {
        return shelf.quickSends();
    }

    /** Adds quick sends to those that are there. */
    void addQuickSends(QuickSends more) {
        if (shelf.add(more)) {
            keep();
            remembered.saveSoon();
        }
    }

    void quickSends(QuickSends now) {
        shelf.change(now);
        keep();
        remembered.saveSoon();
    }

    /** Stores the draft that is being typed. */
    void typed(Draft now) {
        draft = now;
        keep();
    }

    /** Adds a message that a person has sent to the history. */
    void sent(Draft now) {
        history.add(plain(now));
        keep();
        remembered.saveSoon();
    }

    /** Saves the history after a change. */
    void historyChanged() {
        keep();
        remembered.saveSoon();
    }

    /** Returns the repeated message, if there is one. */
    Optional<Repeat> repeating() {
        return Optional.ofNullable(repeat).filter(running -> !running.isEnded() && !running.isStopped());
    }

    void repeat(Repeat begun, Session session) {
        stopRepeat();
        repeat = begun;
        ongoing.add(new RepeatLine(begun, session));
        begun.start();
    }

    void stopRepeat() {
        repeating().ifPresent(Repeat::stop);
    }

    /** Plays the sequence of quick sends to these clients. */
    ActiveSend play(Session session, List<Peer> peers) throws Problem {
        Sequence sequence = new Sequence(session.sending(), peers, quickSends());
        sequence.start();
        ActiveSend line = new SequenceLine(sequence, peers, session);
        ongoing.add(line);
        return line;
    }

    /** Sends a file to these clients. */
    void send(Session session, List<Peer> peers, Path file, int chunk, int pauseMillis) throws Problem {
        FileSend sending = new FileSend(session.sending(), file, peers, chunk, pauseMillis);
        sending.start();
        ongoing.add(new FileLine(sending, peers, session));
    }

    /** Sends one side of a kept conversation again. */
    void replay(Session session, Peer receiver, KeptMessages messages, ReplaySpeed speed) {
        Replay replay = new Replay(session.sending(), receiver, messages, speed);
        replay.start();
        ongoing.add(new ReplayLine(replay, session));
    }

    /** Releases the next message of the latest replay that waits for it. */
    void nextOfReplay() {
        for (int i = ongoing.size() - 1; i >= 0; i--) {
            if (ongoing.get(i) instanceof PausableSend send && send.byHand() && !send.ended()) {
                send.next();
                return;
            }
        }
    }

    private void keep() {
        remembered.keep(new SendMemory.Content(plain(draft), history.latestFirst(), shelf.quickSends()));
    }

    /** Returns a draft with only the settings that the history stores. */
    private static Draft plain(Draft draft) {
        return Draft.EMPTY.with(
                draft.text(), draft.form(), draft.form() == TextForm.HEX ? Optional.empty() : draft.fixedEncoding());
    }
}
