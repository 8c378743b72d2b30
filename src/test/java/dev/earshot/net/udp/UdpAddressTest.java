package dev.earshot.net.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.net.AddressNote;
import dev.earshot.net.RecordingSink;
import dev.earshot.net.Rig;
import dev.earshot.net.SystemCalls;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class UdpAddressTest {
    private final AtomicBoolean there = new AtomicBoolean(true);
    private final SystemCalls system = new SystemCalls() {
        @Override
        public boolean hasAddress(InetAddress address) {
            return there.get();
        }
    };

    @Test
    void anEndpointReportsThatItsAddressIsGone() throws Exception {
        Optional<InetAddress> own = Rig.ownAddress();
        assumeTrue(own.isPresent());
        RecordingSink sink = new RecordingSink();
        UdpEndpoint endpoint = new UdpEndpoint(
                Rig.listen(own.get().getHostAddress(), 0),
                false,
                new AtomicInteger()::incrementAndGet,
                UdpLimits.STANDARD,
                system);
        endpoint.open(sink);
        there.set(false);
        assertThat(sink.awaitNote(AddressNote.ADDRESS_GONE)).isEqualTo(AddressNote.ADDRESS_GONE.note(endpoint.local()));
        there.set(true);
        sink.awaitNote(AddressNote.ADDRESS_BACK);
        endpoint.close();
    }
}
