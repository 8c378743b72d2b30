package dev.earshot.ui.plot;

import dev.earshot.files.WholeFile;
import dev.earshot.journal.TaskProgress;
import dev.earshot.net.Background;
import dev.earshot.net.Peer;
import dev.earshot.session.analysis.PointsCsv;
import dev.earshot.session.settings.FileProblem;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainFileChooser;
import dev.earshot.ui.plain.PlainMenuItem;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;

/** Saves a plot as it is seen, or the points in view, on the thread {@code export}. Confined to the EDT. */
final class PlotExports {
    private static final int PNG_SCALE = 2;
    private static final double LINE_HEIGHT = 1.35;

    private final Words words;
    private final PlotCanvas canvas;
    private final Function<Peer, String> label;
    private final BiConsumer<String, Token> say;
    private TaskProgress running; // null: none

    /** The writing of one file. */
    private interface Work {
        void write(Path target, TaskProgress progress) throws IOException;
    }

    /**
     * @param label names a client
     * @param say takes the outcome in words, with its colour
     */
    PlotExports(Words words, PlotCanvas canvas, Function<Peer, String> label, BiConsumer<String, Token> say) {
        this.words = words;
        this.canvas = canvas;
        this.label = label;
        this.say = say;
    }

    /** Returns the progress of the file that is being written; nothing if there is none. */
    Optional<TaskProgress> running() {
        return Optional.ofNullable(running);
    }

    /** Opens the menu of the formats below a button. */
    void open(JComponent button) {
        JPopupMenu menu = new JPopupMenu();
        menu.add(item("ui.plot.export.png", "png", picture(PlotExports::png)));
        menu.add(item("ui.plot.export.svg", "svg", picture(PlotExports::svg)));
        menu.add(item("ui.plot.export.csv", "csv", csv()));
        menu.show(button, 0, button.getHeight());
    }

    private PlainMenuItem item(String key, String ending, Work work) {
        PlainMenuItem item = new PlainMenuItem(words.of(key));
        item.setName(key);
        item.setMnemonic(words.mnemonic(key));
        item.addActionListener(e -> {
            PlainFileChooser chooser = new PlainFileChooser(words.of(key));
            chooser.setSelectedFile(new File("plot." + ending));
            chooser.askToSave(SwingUtilities.getWindowAncestor(canvas), words, ending)
                    .ifPresent(target -> begin(target, work));
        });
        return item;
    }

    private void begin(Path target, Work work) {
        TaskProgress progress = new TaskProgress();
        running = progress;
        Background.run("export", () -> {
            try {
                work.write(target, progress);
                ended(words.of("ui.saved", target.getFileName()), Token.MUTED);
            } catch (TaskProgress.CancelledException e) {
                ended(words.of("ui.plot.cancelled"), Token.MUTED);
            } catch (IOException e) {
                ended(words.of(FileProblem.of("problem.file.write", target, e)), Token.ERROR);
            }
        });
    }

    private void ended(String text, Token color) {
        EventQueue.invokeLater(() -> {
            running = null;
            say.accept(text, color);
        });
    }

    /** Makes the contents of a picture file. */
    private interface PictureFormat {
        /**
         * Draws a picture with its legend.
         *
         * @param height of both
         * @param drawing draws them on a surface
         */
        byte[] draw(int width, int height, Font font, Consumer<Surface> drawing) throws IOException;
    }

    /** Returns the writing of the picture that is seen now. */
    private Work picture(PictureFormat format) {
        PicturePreparation.Wish wish = canvas.wish(canvas.getWidth(), canvas.getHeight());
        PlotColors colors = PlotColors.present();
        Set<Integer> front = canvas.front();
        return (target, progress) -> {
            PlotPicture picture = new PicturePreparation(wish).prepare();
            int text = textHeight(wish.font());
            int height = picture.height() + PicturePainter.legendHeight(picture, text);
            byte[] file = format.draw(picture.width(), height, wish.font(), surface -> {
                PicturePainter painter = new PicturePainter(picture, colors, surface, text, front);
                painter.paint();
                painter.paintLegend();
            });
            WholeFile.write(target, file);
        };
    }

    /** Draws a PNG file with twice as many pixels as are seen. */
    private static byte[] png(int width, int height, Font font, Consumer<Surface> drawing) throws IOException {
        BufferedImage image = new BufferedImage(width * PNG_SCALE, height * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.scale(PNG_SCALE, PNG_SCALE);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.accept(new GraphicsSurface(g, font));
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static byte[] svg(int width, int height, Font font, Consumer<Surface> drawing) {
        SvgSurface svg = new SvgSurface(width, height, font.getSize());
        drawing.accept(svg);
        return svg.end().getBytes(StandardCharsets.UTF_8);
    }

    private static int textHeight(Font font) {
        return (int) Math.ceil(font.getSize2D() * LINE_HEIGHT);
    }

    private Work csv() {
        PicturePreparation.Wish wish = canvas.wish(canvas.getWidth(), canvas.getHeight());
        List<PointsCsv.Line> lines = wish.lines().stream()
                .map(line -> new PointsCsv.Line(line.series().typed(), line.points(), peer -> {
                    Peer known = line.series().series().peer(peer);
                    return known == null ? "" : label.apply(known);
                }))
                .toList();
        return (target, progress) -> new PointsCsv(wish.from(), wish.to(), progress).write(target, lines);
    }
}
