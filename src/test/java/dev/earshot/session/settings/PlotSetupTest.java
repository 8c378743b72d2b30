package dev.earshot.session.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.earshot.session.settings.PlotSetup.AxisSide;
import dev.earshot.session.settings.PlotSetup.Direction;
import dev.earshot.session.settings.PlotSetup.Series;
import dev.earshot.session.settings.PlotSetup.SourceKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of the series of a plot. */
class PlotSetupTest {
    @Test
    void isReadAsItWasPrinted() {
        PlotSetup setup = new PlotSetup(List.of(
                new Series(true, Direction.RECEIVED, AxisSide.LEFT, SourceKind.EXPRESSION, "^\\s*T=\"([\\d.]+)\", .*$"),
                new Series(false, Direction.BOTH, AxisSide.OWN, SourceKind.FIELD, "temp * 1.8 + 32")));
        assertThat(setup)
                .hasToString("each received left expression ^\\s*T=\"([\\d.]+)\", .*$\n"
                        + "all both own field temp * 1.8 + 32");
        assertThat(PlotSetup.parse(setup.toString())).isEqualTo(setup);
        assertThat(PlotSetup.parse("")).isEqualTo(PlotSetup.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "each received left expression",
                "each received left expression   ",
                "some received left expression T=(.*)",
                "each received left expression T=(",
                "each received left field temp *",
                "all sent own field temp\n\nall sent own field temp"
            })
    void whatIsNoSeriesIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PlotSetup.parse(text));
    }

    @Test
    void theNumberOfSeriesIsBounded() {
        String most = "all sent own field temp\n".repeat(PlotSetup.MOST_SERIES);
        assertThat(PlotSetup.parse(most).series()).hasSize(PlotSetup.MOST_SERIES);
        assertThatIllegalArgumentException().isThrownBy(() -> PlotSetup.parse(most + "all sent own field temp"));
    }
}
