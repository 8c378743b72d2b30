package dev.earshot.faults;

import dev.earshot.codec.framing.Framing;
import dev.earshot.net.address.ListenAddress;
import dev.earshot.session.CaptureStore;
import dev.earshot.session.Folders;
import dev.earshot.session.Session;
import dev.earshot.session.Status;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that listens, and copies its capture when it is told to. */
final class FullTable {
    private static final long CAP = 64L << 20;

    private FullTable() {}

    /** @param arguments where to copy the capture */
    public static void main(String[] arguments) throws Exception {
        Session session = Session.begin(new CaptureStore(new Folders().state().resolve("sessions")), Framing.LINES);
        session.log().storage().setLimit(CAP);
        session.listen(ListenAddress.parse("127.0.0.1", "0"));
        while (session.status().state() != Status.State.OPEN) {
            Thread.onSpinWait();
        }
        System.out.println(session.status().address().replaceFirst(".*:", ""));
        System.in.read();
        CountDownLatch done = new CountDownLatch(1);
        session.log().exports().saveCapture(Path.of(arguments[0]), failed -> {
            System.out.println(failed.map(Throwable::toString).orElse("copied"));
            done.countDown();
        });
        done.await();
        System.out.println(session.log().storage().state().kind() + " in "
                + session.log().storage().files().size() + " files, "
                + session.clients().bytesIn() + " bytes");
        System.exit(0);
    }
}
