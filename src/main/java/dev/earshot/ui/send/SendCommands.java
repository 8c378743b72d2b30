package dev.earshot.ui.send;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.send.Draft;
import dev.earshot.send.KeptMessages;
import dev.earshot.send.QuickSend;
import dev.earshot.send.Repeat;
import dev.earshot.send.ReplaySpeed;
import dev.earshot.session.Session;
import dev.earshot.session.words.Words;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Carries out the commands of the send bar and its forms for the chosen clients. Confined to the EDT. */
final class SendCommands {
    private final Session session;
    private final Words words;
    private final Recipients recipients;
    private final ClientBox clientBox;
    private final DraftEditor editor;
    private final Runnable changed;
    private final SendDispatcher dispatcher;
    private SendState state;

    /** @param changed is run when the shown state has changed */
    SendCommands(Recipients recipients, ClientBox clientBox, DraftEditor editor, SendState state, Runnable changed) {
        this.session = recipients.session();
        this.words = recipients.words();
        this.recipients = recipients;
        this.clientBox = clientBox;
        this.editor = editor;
        this.state = state;
        this.changed = changed;
        dispatcher = new SendDispatcher(session.sending(), recipients);
    }

    /** Returns the background sends and the stored drafts. */
    SendState state() {
        return state;
    }

    /** Takes over the state of another bar. */
    void goOn(SendState before) {
        state = before;
    }

    /** Returns the editor of the message in the send box. */
    DraftEditor editor() {
        return editor;
    }

    /** Returns the name of the chosen clients. */
    String receiversLabel() {
        return clientBox.label();
    }

    /** Sends the message in the box. */
    void send() {
        Draft draft = editor.draft();
        try {
            String missed = send(draft, Origin.PERSON, editor.preview()::warn);
            if (missed.isEmpty()) {
                state.sent(draft);
                editor.selectAll();
            }
            editor.preview().warn(missed);
        } catch (Problem problem) {
            failSending(problem);
        }
    }

    /** Sends a quick send, independent of the box; returns the problem, or an empty text. */
    String send(QuickSend quick) {
        String wrong;
        try {
            wrong = send(quick.draft(), quick.origin(), editor.preview()::warn);
        } catch (Problem problem) {
            wrong = words.of(problem);
        }
        editor.preview().warn(wrong);
        return wrong;
    }

    /** @param missing takes the description of clients that were missed, if they are known only later */
    private String send(Draft draft, Origin origin, Consumer<String> missing) throws Problem {
        editor.showPreview();
        return dispatcher.send(
                draft,
                origin,
                clientBox.target(),
                going -> editor.preview().note(words.of("ui.send.going", going)),
                missed -> {
                    editor.showPreview();
                    missing.accept(missed);
                });
    }

    /** Plays the sequence of quick sends; returns what shows how far it is. */
    ActiveSend play() throws Problem {
        ActiveSend playing = state.play(session, recipients.there(clientBox.target()));
        changed.run();
        return playing;
    }

    /** Returns the encoding in which text without one of its own is sent to the chosen clients. */
    Encoding spoken() {
        return recipients.speaks(clientBox.target(), session.clients().present());
    }

    /** Sends a file to the chosen clients that are connected now. */
    void send(Path file, int chunk, int pauseMillis) throws Problem {
        state.send(session, recipients.there(clientBox.target()), file, chunk, pauseMillis);
        changed.run();
    }

    /** Sends one side of a kept conversation to a client again. */
    void replay(Peer receiver, KeptMessages messages, ReplaySpeed speed) {
        state.replay(session, receiver, messages, speed);
        changed.run();
    }

    /** Repeats the message in the box; returns false if that is not possible. */
    boolean repeat(int millis) {
        Draft draft = editor.draft();
        try {
            if (draft.isEmpty() || draft.bytes(editor.encoding()).length == 0) {
                throw new Problem("ui.send.nothing", -1);
            } else if (!session.status().isOpen()) {
                throw new Problem("ui.send.nobody", -1);
            }
            Repeat begun = new Repeat(session.sending(), draft, recipients.receivers(clientBox.target()), millis);
            state.repeat(begun, session);
            changed.run();
            return true;
        } catch (Problem problem) {
            failSending(problem);
            return false;
        }
    }

    void stopRepeat() {
        state.stopRepeat();
    }

    /** Shows a problem that is not about the text in the box. */
    void fail(Problem problem) {
        editor.preview().warn(words.of(problem));
    }

    private void failSending(Problem problem) {
        if (Recipients.isAbout(problem)) {
            fail(problem);
        } else {
            editor.preview().fail(words.of(problem), problem.position());
        }
    }

    /** Accepts no more messages; those under way are still sent. */
    void close() {
        dispatcher.close();
    }
}
