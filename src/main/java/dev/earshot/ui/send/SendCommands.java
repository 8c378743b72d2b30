package dev.earshot.ui.send;

import dev.earshot.codec.Problem;
import dev.earshot.net.Origin;
import dev.earshot.send.Draft;
import dev.earshot.send.MessageSender;
import dev.earshot.send.QuickSend;
import dev.earshot.send.Repeat;
import dev.earshot.session.Session;
import dev.earshot.session.Words;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Sends to the chosen clients what the send bar and its forms ask for. Confined to the EDT. */
final class SendCommands {
    private final Session session;
    private final Words words;
    private final Recipients recipients;
    private final ClientBox clientBox;
    private final DraftEditor editor;
    private final Runnable changed;
    private final SendDispatcher dispatcher;
    private SendState state;

    /** @param changed is run when something goes on that has to be shown */
    SendCommands(Recipients recipients, ClientBox clientBox, DraftEditor editor, SendState state, Runnable changed) {
        this.session = recipients.session();
        this.words = recipients.words();
        this.recipients = recipients;
        this.clientBox = clientBox;
        this.editor = editor;
        this.state = state;
        this.changed = changed;
        dispatcher = new SendDispatcher(MessageSender.of(session), recipients);
    }

    /** The state: what is being sent, and what is remembered. */
    SendState state() {
        return state;
    }

    /** Takes over the state of another bar. */
    void goOn(SendState before) {
        state = before;
    }

    /** The message in the send box. */
    DraftEditor editor() {
        return editor;
    }

    /** The name of the chosen clients. */
    String receiversLabel() {
        return clientBox.label();
    }

    /** Sends the message in the box. */
    void send() {
        Draft draft = editor.draft();
        try {
            String missed = send(draft, Origin.PERSON, this::fail);
            if (missed.isEmpty()) {
                state.sent(draft);
                editor.selectAll();
            }
            fail(missed);
        } catch (Problem problem) {
            fail(problem);
        }
    }

    /** Sends a quick send; returns what went wrong, or an empty text. The box has nothing to do with it. */
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

    /** @param missing is told who did not get it, in words, if that is known only later */
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

    /** Plays the sequence of quick sends. */
    void play() throws Problem {
        state.play(session, recipients.there(clientBox.target()));
        changed.run();
    }

    /** Sends a file to those of the chosen clients who are there now. */
    void send(Path file, int chunk, int pauseMillis) throws Problem {
        state.send(session, recipients.there(clientBox.target()), file, chunk, pauseMillis);
        changed.run();
    }

    /** Sends the message in the box again and again; false if that cannot be. */
    boolean repeat(int millis) {
        Draft draft = editor.draft();
        try {
            if (draft.isEmpty() || draft.bytes(editor.encoding()).length == 0) {
                throw new Problem("ui.send.nothing", -1);
            } else if (!session.status().isOpen()) {
                throw new Problem("ui.send.nobody", -1);
            }
            Repeat begun =
                    new Repeat(MessageSender.of(session), draft, recipients.receivers(clientBox.target()), millis);
            state.repeat(begun, session);
            changed.run();
            return true;
        } catch (Problem problem) {
            fail(problem);
            return false;
        }
    }

    void stopRepeat() {
        state.stopRepeat();
    }

    /** Says what is wrong, where it can be seen. */
    void fail(Problem problem) {
        editor.preview().fail(words.of(problem), problem.position());
    }

    private void fail(String missed) {
        editor.preview().fail(missed, -1);
    }

    /** Takes no more messages; what is under way still goes. */
    void close() {
        dispatcher.close();
    }
}
