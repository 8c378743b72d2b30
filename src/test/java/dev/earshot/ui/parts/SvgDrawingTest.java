package dev.earshot.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SvgDrawingTest {

    @Test
    void drawsEveryDrawingThatThereIs() throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/earshot/ui"))) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".svg"))
                    .map(file -> file.replace(".svg", ""))
                    .toList();
        }
        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(inked(paint(name, 24))).as(name).isPositive());
    }

    @Test
    void saysWhichDrawingIsMissing() {
        assertThatThrownBy(() -> SvgDrawing.of("nothing")).hasMessageContaining("nothing.svg");
    }

    @Test
    void refusesWhatItWouldDrawWrongly() {
        assertThatThrownBy(() -> new SvgDrawing("<svg stroke-width=\"2\"><polygon points=\"1 2\"/></svg>"))
                .hasMessageContaining("polygon");
        assertThatThrownBy(() -> path("M1 1C2 2 3 3 4 4")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> path("M1 1A3 4 0 0 0 4 4")).hasMessageContaining("circle");
    }

    @Test
    void readsLinesFromTheOriginAndFromWhereThePathIs() {
        assertThat(path("M4 5h2v3L1 2l-1-1H9V10z").getBounds2D()).isEqualTo(new Rectangle2D.Double(0, 1, 9, 9));
        assertThat(path("m4 5 2 2").getCurrentPoint().getX()).isEqualTo(6);
    }

    @Test
    void separatesNumbersWithoutSpaces() {
        assertThat(path("M1.5.5-1-2").getBounds2D()).isEqualTo(new Rectangle2D.Double(-1, -2, 2.5, 2.5));
    }

    @Test
    void drawsBothWaysRoundACircle() {
        near(path("M2 6a4 4 0 0 1 8 0").getBounds2D(), 2, 2, 8, 4); // over the top
        near(path("M2 6a4 4 0 0 0 8 0").getBounds2D(), 2, 6, 8, 4); // below
    }

    @Test
    void drawsTheSmallAndTheLargePartOfACircle() {
        near(path("M4 0a4 4 0 0 1 4 4").getBounds2D(), 4, 0, 4, 4); // a quarter
        near(path("M4 0a4 4 0 1 1 4 4").getBounds2D(), 4, -4, 8, 8); // three quarters of another circle
    }

    @Test
    void aTooSmallCircleReachesBothEnds() {
        near(path("M0 0a1 1 0 0 1 8 0").getBounds2D(), 0, -4, 8, 4);
    }

    @Test
    void drawsFilledCircles() {
        BufferedImage dot = paint("dot", 24);
        assertThat(new Color(dot.getRGB(12, 12), true)).isEqualTo(Color.RED);
        assertThat(dot.getRGB(1, 1) >>> 24).isZero();
        assertThat(paint("ring", 24).getRGB(12, 12) >>> 24).isZero();
    }

    @Test
    void isSharpOnAScreenOfTwicePixels() {
        BufferedImage screen = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = screen.createGraphics();
        g.scale(2, 2);
        Icons.of("close", 16, Token.TEXT).paintIcon(null, g, 0, 0);
        g.dispose();
        boolean finer = false;
        for (int x = 0; x < 32; x += 2) {
            for (int y = 0; y < 32; y++) {
                finer |= screen.getRGB(x, y) != screen.getRGB(x + 1, y);
            }
        }
        assertThat(finer).isTrue();
    }

    private static Path2D path(String data) {
        Path2D path = new Path2D.Double();
        new PathData(data, path).read();
        return path;
    }

    private static void near(Rectangle2D bounds, double x, double y, double width, double height) {
        assertThat(new double[] {bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()})
                .containsExactly(new double[] {x, y, width, height}, within(0.02));
    }

    private static BufferedImage paint(String name, int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.RED);
        SvgDrawing.of(name).paint(g, side);
        g.dispose();
        return image;
    }

    private static int inked(BufferedImage image) {
        int inked = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                inked += image.getRGB(x, y) >>> 24 == 0 ? 0 : 1;
            }
        }
        return inked;
    }
}
