package dev.earshot.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Encoding;
import dev.earshot.codec.Envelope;
import dev.earshot.codec.Problem;
import dev.earshot.codec.TextForm;
import dev.earshot.fuzz.Fuzz;
import dev.earshot.fuzz.RandomInput;
import dev.earshot.reply.rules.Match;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were damaged or written by hand are read or refused, and never end in anything else. */
class SendFuzzTest {
    @TempDir
    private Path folder;

    private static String good() throws Problem {
        QuickSend full = new QuickSend(
                "登录", Draft.EMPTY, true, 200, Optional.of(new Match(Match.Kind.EXPRESSION, "OK (\\d+)")), 1_500);
        return QuickSendsFile.print(new QuickSends(List.of(full, full), 3));
    }

    @Test
    void quickSendsAreReadOrRefused() throws Problem {
        String good = good();
        Fuzz.run(3_000, random -> {
            try {
                QuickSends read = QuickSendsFile.parse(RandomInput.damaged(random, good), "q.json");
                for (QuickSend one : read.list()) {
                    one.draft().compose(Encoding.UTF_8);
                }
            } catch (Problem e) {
                assertThat(e.key()).startsWith("problem.");
            }
        });
    }

    @Test
    void whatWasRememberedIsReadOrLeftOut() throws Exception {
        Path send = folder.resolve("send.json");
        Path quick = folder.resolve("quick.json");
        SendMemory memory = new SendMemory(send, quick);
        memory.load();
        Draft draft = Draft.EMPTY.with("a\\r\n你", TextForm.TEXT, Optional.of(Encoding.GBK));
        memory.keep(new SendMemory.Content(draft, List.of(draft), QuickSendsFile.parse(good(), "q")));
        memory.save();
        byte[] sendBytes = Files.readAllBytes(send);
        byte[] quickBytes = Files.readAllBytes(quick);
        Fuzz.run(150, random -> {
            Files.write(send, RandomInput.damaged(random, sendBytes));
            Files.write(quick, RandomInput.damaged(random, quickBytes));
            SendMemory.Content content = new SendMemory(send, quick).load();
            assertThat(content.draft()).isNotNull();
        });
    }

    @Test
    void whatIsAddedAroundAMessageIsReadOrRefused() {
        List<String> pieces = List.of(
                "2", "4", "be", "le", "self", "+", " ", "CRC-16/MODBUS", "XOR", "hex", "last", ":", ",", "none");
        Fuzz.run(10_000, random -> {
            String typed = RandomInput.text(random, pieces, 7);
            try {
                Envelope read = Envelope.parse(typed);
                assertThat(Envelope.parse(read.toString())).isEqualTo(read);
            } catch (Problem e) {
                assertThat(e.key()).startsWith("problem.");
            }
        });
    }

    /** Found by the test above: a comma alone in the settings ended the start of the window. */
    @ParameterizedTest
    @ValueSource(strings = {",", ",,", ",le", "none ,"})
    void aCommaWithoutAWordIsRefused(String typed) {
        assertThatThrownBy(() -> Envelope.parse(typed)).isInstanceOf(Problem.class);
    }
}
