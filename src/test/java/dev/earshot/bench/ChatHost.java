package dev.earshot.bench;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.reply.Behaviour;
import dev.earshot.reply.ChatAnswer;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Folders;
import dev.earshot.session.Session;
import dev.earshot.session.Status;

/** A session without a window that plays group chat, as the terminal form does. */
final class ChatHost {
    private ChatHost() {}

    public static void main(String[] args) throws Exception {
        Session session = Session.begin(new CaptureStore(new Folders().state().resolve("sessions")), Framing.LINES);
        session.replies().setBehaviour(Behaviour.NONE.with(ChatAnswer.DEFAULT));
        session.listen(ListenAddress.parse("127.0.0.1", "0"));
        while (session.status().state() == Status.State.OPENING) {
            Thread.sleep(1);
        }
        System.out.println("port " + session.status().address().replaceFirst(".*:", ""));
        while (System.in.read() >= 0) {
            System.out.println("relayed " + session.replies().counters().answers() + " "
                    + session.replies().counters().withheld());
        }
        session.close();
    }
}
