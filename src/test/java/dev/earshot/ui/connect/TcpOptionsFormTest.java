package dev.earshot.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.net.HalfClose;
import dev.earshot.session.settings.KeepAliveOption;
import dev.earshot.session.settings.RelayKind;
import dev.earshot.session.settings.Settings;
import dev.earshot.session.settings.TcpClientKind;
import dev.earshot.session.settings.TcpServerKind;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.parts.Theme;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("gui")
class TcpOptionsFormTest {
    @TempDir
    private Path folder;

    private Settings settings;

    @BeforeEach
    void look() {
        settings = new Settings(folder.resolve("settings.properties"));
        Theme.install(settings);
    }

    private TcpOptionsForm form() {
        return new TcpOptionsForm(new Words(Locale.ENGLISH), settings, "ui.connect.options.about", 84)
                .local(TcpClientKind.LOCAL_ADDRESS, TcpClientKind.LOCAL_PORT)
                .number("cutField", "ui.relay.cut.out", RelayKind.CUT_OUT, 0, 100)
                .timeout(RelayKind.TIMEOUT)
                .withButtons();
    }

    private static void type(TcpOptionsForm form, String name, String text) {
        ((JTextComponent) TestWindow.find(form, name)).setText(text);
    }

    private static void apply(TcpOptionsForm form) {
        ((JButton) TestWindow.find(form, "connectOptionsApplyButton")).doClick();
    }

    @Test
    void limitsAreReadAndAWrongAddressMarksItsField() {
        TestWindow.run(() -> {
            TcpOptionsForm form = new TcpOptionsForm(new Words(Locale.ENGLISH), settings, "ui.server.options.about", 84)
                    .limits(TcpServerKind.LIMITS)
                    .options(TcpServerKind.OPTIONS)
                    .withButtons();
            type(form, "maxClientsField", "20");
            type(form, "idleField", "60");
            type(form, "allowField", "example.com");
            apply(form);
            assertThat(form.isDone()).isFalse();
            assertThat(TcpServerKind.LIMITS.areSet(settings)).isFalse();
            type(form, "allowField", "192.168.1.0/24, ::1");
            type(form, "keepAliveTimesField", "60,10,6");
            apply(form);
            assertThat(form.isDone()).isTrue();
            assertThat(settings.get(TcpServerKind.LIMITS.most())).isEqualTo(20);
            assertThat(settings.get(TcpServerKind.LIMITS.idleSeconds())).isEqualTo(60);
            assertThat(settings.get(TcpServerKind.LIMITS.allowed())).isEqualTo("192.168.1.0/24, ::1");
            assertThat(settings.get(TcpServerKind.OPTIONS.of(KeepAliveOption.TIMES)))
                    .isEqualTo("60,10,6");
            assertThat(TcpOptionsForm.chosen(
                            TcpServerKind.LIMITS, TcpServerKind.OPTIONS, settings, new Words(Locale.ENGLISH)))
                    .containsExactly("limits");
        });
    }

    @Test
    void theFieldsBeginAndEndAtTheSameEdges() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            TestWindow.run(() -> {
                TcpOptionsForm form = new TcpOptionsForm(new Words(language), settings, "ui.server.options.about", 84)
                        .halfClose(TcpServerKind.HALF_CLOSE)
                        .limits(TcpServerKind.LIMITS)
                        .options(TcpServerKind.OPTIONS)
                        .withButtons();
                form.setSize(form.getPreferredSize());
                form.doLayout();
                Rectangle box = TestWindow.find(form, "halfCloseBox").getBounds();
                for (String first : List.of("allowField", "maxClientsField", "maxUnsentField", "keepAliveTimesField")) {
                    assertThat(TestWindow.find(form, first).getX()).as(first).isEqualTo(box.x);
                }
                for (String last : List.of("denyField", "maxPerAddressField", "connectOptionsCancelButton")) {
                    Rectangle bounds = TestWindow.find(form, last).getBounds();
                    assertThat(bounds.x + bounds.width).as(last).isEqualTo(box.x + box.width);
                }
            });
        }
    }

    @Test
    void optionsOfAKindAreReadIntoItsSettings() {
        TestWindow.run(() -> {
            TcpOptionsForm form = form();
            type(form, "localPortField", "4000");
            type(form, "cutField", "100");
            type(form, "connectTimeoutField", "3");
            apply(form);
            assertThat(form.isDone()).isTrue();
            assertThat(settings.get(TcpClientKind.LOCAL_PORT)).isEqualTo("4000");
            assertThat(settings.get(RelayKind.CUT_OUT)).isEqualTo(100);
            assertThat(settings.get(RelayKind.TIMEOUT)).isEqualTo(3);
            assertThat(settings.get(TcpClientKind.TIMEOUT)).isEqualTo(10);
        });
    }

    @Test
    void theTimeAfterFinIsChosenAndKeepsASettingThatIsNoChoice() {
        settings.put(TcpServerKind.HALF_CLOSE, HalfClose.ofSeconds(90));
        TestWindow.run(() -> {
            TcpOptionsForm form = new TcpOptionsForm(new Words(Locale.ENGLISH), settings, "ui.server.options.about", 84)
                    .halfClose(TcpServerKind.HALF_CLOSE)
                    .withButtons();
            JComboBox<Object> box = TestWindow.find(form, "halfCloseBox");
            assertThat(TestWindow.rendered(box)).isEqualTo("90 s");
            box.setSelectedItem(HalfClose.UNLIMITED);
            assertThat(TestWindow.rendered(box)).isEqualTo("Until I close it");
            apply(form);
            assertThat(settings.get(TcpServerKind.HALF_CLOSE)).isEqualTo(HalfClose.UNLIMITED);
        });
    }

    @Test
    void nothingChangesWhileOneFieldIsWrong() {
        TestWindow.run(() -> {
            TcpOptionsForm form = form();
            type(form, "localPortField", "4000");
            type(form, "cutField", "100");
            type(form, "connectTimeoutField", "0");
            apply(form);
            assertThat(form.isDone()).isFalse();
            assertThat(settings.get(TcpClientKind.LOCAL_PORT)).isEmpty();
            assertThat(settings.get(RelayKind.CUT_OUT)).isZero();
        });
    }

    @Test
    void aTickBoxBeginsWhereTheLabelsDo() {
        TestWindow.run(() -> {
            TcpOptionsForm form = new TcpOptionsForm(new Words(Locale.ENGLISH), settings, "ui.server.options.about", 84)
                    .options(TcpServerKind.OPTIONS)
                    .withButtons();
            form.setSize(form.getPreferredSize());
            form.doLayout();
            Component box = TestWindow.find(form, "keepAliveBox");
            Component about = TestWindow.find(form, "connectOptionsFormAbout");
            BufferedImage image = new BufferedImage(box.getWidth(), box.getHeight(), BufferedImage.TYPE_INT_ARGB);
            box.paint(image.createGraphics());
            int first = 0;
            while (image.getRGB(first, box.getHeight() / 2) == 0) {
                first++;
            }
            assertThat(box.getX() + first).isEqualTo(about.getX());
        });
    }
}
