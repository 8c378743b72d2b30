package dev.earshot.session.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.fuzz.Fuzz;
import dev.earshot.fuzz.RandomInput;
import dev.earshot.session.UserFramings;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of settings and framings give fallbacks and a problem, and never end in anything else. */
class SettingsFuzzTest {
    @TempDir
    private Path folder;

    private static List<SettingKey<?>> keys() throws IllegalAccessException {
        List<SettingKey<?>> keys = new ArrayList<>();
        for (Class<?> owner : List.of(Settings.class, SendKeys.class, WindowKeys.class)) {
            for (var field : owner.getFields()) {
                if (Modifier.isStatic(field.getModifiers()) && field.getType() == SettingKey.class) {
                    keys.add((SettingKey<?>) field.get(null));
                }
            }
        }
        EndpointKinds.ALL.forEach(kind -> assertThat(kind).isNotNull());
        return keys;
    }

    @Test
    void eachSettingOfADamagedFileIsItsValueOrItsFallback() throws Exception {
        Path file = folder.resolve("settings.properties");
        List<SettingKey<?>> keys = keys();
        StringBuilder good =
                new StringBuilder("kind=udp\ntabs=1,2,7\nframing=length:4,2,be wait:300\nsend.envelope=\n");
        for (SettingKey<?> key : keys) {
            good.append(key.name())
                    .append("=")
                    .append(SettingKey.print(key.fallback()))
                    .append('\n');
        }
        byte[] bytes = good.toString().getBytes(StandardCharsets.ISO_8859_1);
        Fuzz.run(400, random -> {
            if (random.nextBoolean()) {
                Files.write(file, RandomInput.damaged(random, bytes));
            } else {
                String key = keys.get(random.nextInt(keys.size())).name();
                List<String> pieces = List.of("-1", "0", ",", "1e9", "99999999999", ":", "length", "true", "tcp");
                Files.writeString(
                        file, key + "=" + RandomInput.text(random, pieces, 4).replaceAll("[\\p{Cs}\n]", ""));
            }
            Settings settings = new Settings(file);
            for (SettingKey<?> key : keys) {
                assertThat((Object) settings.get(key)).as(key.name()).isNotNull();
            }
            settings.tab(settings.selectedTab()).forgetClosedTabs();
            try (Stream<Path> left = Files.list(folder)) {
                for (Path broken : left.toList()) {
                    Files.delete(broken);
                }
            }
        });
    }

    @Test
    void aDamagedFileOfFramingsIsOneProblem() throws Exception {
        String good = "{\"format\": \"earshot framings 1\", \"framings\": [{\"name\": \"mine\", \"title\": \"M\","
                + " \"framing\": \"length:2,1,be,+2\", \"source\": \"s\"}]}";
        Fuzz.run(400, random -> {
            Files.write(
                    folder.resolve("framings.json"),
                    RandomInput.damaged(random, good.getBytes(StandardCharsets.UTF_8)));
            UserFramings read = UserFramings.load(folder);
            assertThat(read.presets().all()).isNotEmpty();
        });
    }
}
