package dev.earshot.session.dissection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
import dev.earshot.session.view.FieldNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdmlReaderTest {
    private static final String TCP =
            "<proto name='tcp' pos='20' size='20'><field name='tcp.payload' pos='40' size='2' value='4142'/></proto>";

    @TempDir
    private Path folder;

    private Dissection read(String protocols, int... message) throws IOException, Problem {
        Path file = folder.resolve("x.xml");
        Files.writeString(file, "<?xml version='1.0'?><pdml><packet>" + protocols + "</packet></pdml>");
        byte[] bytes = new byte[message.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) message[i];
        }
        return new PdmlReader(bytes).read(file);
    }

    @Test
    void namesValuesAndPlacesAreTaken() throws Exception {
        List<FieldNode> fields = read(
                        TCP
                                + "<proto name='x' showname='X Protocol' pos='40' size='2'>"
                                + "<field name='x.a' showname='.... 0001 = Flag A: set' pos='40' size='1' value='1'"
                                + " unmaskedvalue='41'/>"
                                + "<field name='x.h' showname='Hidden: 1' hide='yes' pos='40' size='1'/>"
                                + "<field name='' show='plain&#x202e;' pos='41' size='1' value='42'/></proto>",
                        'A',
                        'B')
                .fields();
        assertThat(fields.get(0).name()).isEqualTo("X Protocol");
        assertThat(fields.get(0).parts())
                .containsExactly(FieldNode.leaf("Flag A", "set", 0, 1), FieldNode.leaf("plain\\u202E", "", 1, 2));
        assertThat(fields.get(1).from()).as("the packet is not in the message").isEqualTo(-1);
    }

    @Test
    void otherBytesHaveNoPlaceAndTroubleIsWrong() throws Exception {
        FieldNode x = read(
                        TCP
                                + "<proto name='x' showname='X' pos='40' size='2'><field showname='Elsewhere: 1'"
                                + " name='x.b' pos='40' size='1' value='ff'/><field showname='Beyond: 1' name='x.c'"
                                + " pos='44' size='9'/><field showname='Expert Info (Warning/Checksum): bad'"
                                + " name='_ws.expert' pos='40' size='0'/><field showname='Expert Info (Chat/Sequence):"
                                + " hi' name='_ws.expert' pos='40' size='0'/></proto>",
                        'A',
                        'B')
                .fields()
                .get(0);
        assertThat(x.parts()).extracting(FieldNode::from).containsOnly(-1);
        assertThat(x.parts()).extracting(FieldNode::wrong).containsExactly(false, false, true, false);
    }

    @Test
    void anythingElseIsAProblem() {
        assertThatThrownBy(() -> read("")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> read("<proto name='x'>")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> read("&x;<proto name='x'/>")).isInstanceOf(Problem.class);
    }
}
