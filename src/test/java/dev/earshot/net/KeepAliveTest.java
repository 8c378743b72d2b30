package dev.earshot.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.earshot.codec.Problem;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepAliveTest {

    @Test
    void oneFigureIsTheSilentTimeAndThreeAreAll() throws Exception {
        assertThat(KeepAlive.parse("60")).isEqualTo(new KeepAlive(60, 5, 3));
        assertThat(KeepAlive.parse(" 2, 1, 4 ")).isEqualTo(new KeepAlive(2, 1, 4));
        assertThat(KeepAlive.parse(KeepAlive.STANDARD.toString())).isEqualTo(KeepAlive.STANDARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1 000", "0", "x", "1,2", "1,2,3,4", "40000", "1,1,128", "-1"})
    void otherTextsAreRefused(String typed) {
        assertThat(catchThrowableOfType(Problem.class, () -> KeepAlive.parse(typed))
                        .key())
                .isEqualTo("problem.keep.alive");
    }

    @Test
    void aServerSendsProbesToItsClientsWithTheSetTimes() throws Exception {
        AtomicReference<Socket> accepted = new AtomicReference<>();
        SystemCalls system = new SystemCalls() {
            @Override
            public Socket accept(ServerSocket server) throws IOException {
                Socket socket = server.accept();
                accepted.set(socket);
                return socket;
            }
        };
        SystemCalls probing = new KeepAlive(7, 3, 2).over(system);
        try (Rig rig = new Rig(Rig.LIMITS, new RecordingSink(), probing, new Admission(ClientLimits.STANDARD))) {
            rig.peer(rig.connect());
            Socket socket = accepted.get();
            assertThat(socket.getKeepAlive()).isTrue();
            if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
                assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPIDLE)).isEqualTo(7);
                assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPINTERVAL))
                        .isEqualTo(3);
                assertThat(socket.getOption(ExtendedSocketOptions.TCP_KEEPCOUNT))
                        .isEqualTo(2);
            }
        }
    }
}
