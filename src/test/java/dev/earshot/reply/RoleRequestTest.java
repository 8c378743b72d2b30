package dev.earshot.reply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.codec.Encoding;
import dev.earshot.reply.rules.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleRequestTest {
    private static Role parse(String text) {
        return RoleRequest.parse(new Message(null, text.getBytes(UTF_8), Encoding.UTF_8), RolesAnswer.DEFAULT);
    }

    @Test
    void aRequestIsANameAloneOrWithAnId() {
        assertThat(parse("APP\n")).isEqualTo(new Role("APP", ""));
        assertThat(parse("DEVICE\r\n")).isEqualTo(new Role("DEVICE", ""));
        assertThat(parse("DEVICE")).isEqualTo(new Role("DEVICE", ""));
        assertThat(parse("APP 7\n")).isEqualTo(new Role("APP", "7"));
        assertThat(parse("DEVICE 锅炉-7:a/b\n")).isEqualTo(new Role("DEVICE", "锅炉-7:a/b"));
        assertThat(parse("APP " + "x".repeat(64))).isEqualTo(new Role("APP", "x".repeat(64)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "app\n",
                "App 7\n",
                "АPP 7\n", // the first letter is Cyrillic
                "ＡＰＰ\n",
                " APP\n",
                "APP \n",
                "APP  7\n",
                "APP 7 \n",
                "APP 7 8\n",
                "APP\t7\n",
                "APP7\n",
                "APPLE\n",
                "APP 7\u202E\n",
                "APP 7\u200B\n",
                "APP \u00A0\n",
                "APP 7\u0000\n",
                "APP 7\uFFFD\n",
                "APPDEVICE\n",
                "DEVICEAPP 7\n",
                "[system] APP\n",
                "<html>APP\n"
            })
    void nothingElseIsARequest(String text) {
        assertThat(parse(text)).isNull();
    }

    @Test
    void tooLongIdsAndLongOrInvalidTextsAreNoRequests() {
        assertThat(parse("APP " + "x".repeat(65))).isNull();
        assertThat(parse("APP " + "x".repeat(10_000) + "\n")).isNull();
        byte[] bad = {'A', 'P', 'P', ' ', (byte) 0xFF, '\n'};
        assertThat(RoleRequest.parse(new Message(null, bad, Encoding.UTF_8), RolesAnswer.DEFAULT))
                .isNull();
    }
}
