package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AddressWatchTest {
    private final AtomicBoolean there = new AtomicBoolean(true);
    private final SystemCalls system = new SystemCalls() {
        @Override
        public boolean hasAddress(InetAddress address) {
            return there.get();
        }
    };

    @Test
    void eachChangeIsReportedOnce() {
        InetSocketAddress local = new InetSocketAddress("192.0.2.1", 8080);
        List<Event.Note> notes = new ArrayList<>();
        AddressWatch watch = new AddressWatch(local, system, notes::add);
        watch.look();
        assertThat(notes).isEmpty();
        there.set(false);
        watch.look();
        watch.look();
        assertThat(notes).containsExactly(AddressNote.ADDRESS_GONE.note(local));
        there.set(true);
        watch.look();
        watch.look();
        assertThat(notes).containsExactly(AddressNote.ADDRESS_GONE.note(local), AddressNote.ADDRESS_BACK.note(local));
    }

    @Test
    void onlyTheAddressOfAnInterfaceIsWatched() throws Exception {
        assertThat(AddressWatch.isNeeded(InetAddress.getByName("192.0.2.1"), system))
                .isTrue();
        assertThat(AddressWatch.isNeeded(InetAddress.getByName("0.0.0.0"), system))
                .isFalse();
        assertThat(AddressWatch.isNeeded(InetAddress.getByName("::"), system)).isFalse();
        assertThat(AddressWatch.isNeeded(InetAddress.getByName("127.0.0.2"), system))
                .isFalse();
        there.set(false);
        assertThat(AddressWatch.isNeeded(InetAddress.getByName("192.0.2.1"), system))
                .as("the system lets listen on foreign ones")
                .isFalse();
    }

    @Test
    void aServerReportsThatItsAddressIsGone() throws Exception {
        Optional<InetAddress> own = Rig.ownAddress();
        assumeTrue(own.isPresent());
        assertThat(SystemCalls.REAL.hasAddress(own.get())).isTrue();
        assertThat(SystemCalls.REAL.hasAddress(InetAddress.getByName("192.0.2.1")))
                .isFalse();
        RecordingSink sink = new RecordingSink();
        Connections connections = new Connections(new AtomicInteger()::incrementAndGet, Rig.LIMITS, system);
        TcpServer server = new TcpServer(Rig.listen(own.get().getHostAddress(), 0), system, connections);
        server.open(sink);
        there.set(false);
        assertThat(sink.awaitNote(AddressNote.ADDRESS_GONE)).isEqualTo(AddressNote.ADDRESS_GONE.note(server.local()));
        there.set(true);
        sink.awaitNote(AddressNote.ADDRESS_BACK);
        server.close();
    }
}
