package dev.earshot.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.codec.Problem;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeParserTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final TimeParser LOG = log("2026-11-20T22:00:00", "2026-11-21T14:03:22.250");

    @ParameterizedTest
    @CsvSource({
        "14:03, 2026-11-21T14:03",
        "14:03:22, 2026-11-21T14:03:22",
        "9:05:07.123456789, 2026-11-21T09:05:07.123456789",
        "'14:03:22,5', 2026-11-21T14:03:22.5",
        "' 14:03 ', 2026-11-21T14:03",
        "１４：０３：２２, 2026-11-21T14:03:22",
        "2026-11-20 22:00, 2026-11-20T22:00",
        "2026-11-20T22:00:01, 2026-11-20T22:00:01",
        "2026/1/2 3:04, 2026-01-02T03:04",
        "2026-11-20, 2026-11-20T00:00",
        "-5m, 2026-11-21T13:58:22.250",
        "-5 min, 2026-11-21T13:58:22.250",
        "-1h30m, 2026-11-21T12:33:22.250",
        "-500ms, 2026-11-21T14:03:21.750",
        "-1d 2h, 2026-11-20T12:03:22.250",
    })
    void everyFormOfTimeIsRead(String typed, String expected) throws Problem {
        assertThat(LOG.parse(typed)).isEqualTo(nanos(expected));
    }

    @Test
    void aTimeOfDayIsOnTheLastRowsDayOrTheDayBefore() throws Problem {
        assertThat(LOG.parse("14:50")).isEqualTo(nanos("2026-11-21T14:50"));
        assertThat(LOG.parse("23:10")).isEqualTo(nanos("2026-11-20T23:10"));
        assertThat(LOG.parse("21:00")).isEqualTo(nanos("2026-11-21T21:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "noon",
                "14",
                "24:00",
                "14:60",
                "2026-13-01",
                "2026-02-30 10:00",
                "-5",
                "5m",
                "-5y",
                "14:03:22.",
                "12026-11-20",
                "-999999999d",
                "9999-12-31"
            })
    void aWrongTimeIsAProblem(String typed) {
        assertThatThrownBy(() -> LOG.parse(typed))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.key()).isEqualTo("problem.time"));
    }

    private static TimeParser log(String first, String last) {
        return new TimeParser(nanos(first), nanos(last), ZONE);
    }

    private static long nanos(String time) {
        var instant = LocalDateTime.parse(time).atZone(ZONE).toInstant();
        return instant.getEpochSecond() * 1_000_000_000 + instant.getNano();
    }
}
