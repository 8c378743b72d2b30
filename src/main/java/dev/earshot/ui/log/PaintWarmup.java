package dev.earshot.ui.log;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.codec.Encoding;
import dev.earshot.journal.Row;
import dev.earshot.journal.RowSource;
import dev.earshot.journal.search.Filter;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.Peer;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.FilterResult;
import dev.earshot.session.Lens;
import dev.earshot.session.words.Words;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.image.VolatileImage;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.swing.Timer;

/**
 * Paints invisible rows after the window has opened, so that the code for painting is loaded and compiled early. During
 * a flood of messages there is no processor time to spare for that. Works in short steps; confined to the EDT.
 */
public final class PaintWarmup implements LogSource {
    static final int STEPS = 60;
    private static final int PAUSE_MILLIS = 30;
    static final int ROWS = 24;
    private static final int WIDTH = 900;

    private static final Encoding[] ENCODINGS = {Encoding.UTF_8, Encoding.GBK};
    private static final List<String> TEXTS =
            List.of("temp=23.5\r\n", "温度=23.5℃ 湿度=48%\n", "AT+CSQ\u0000\r\n", "{\"id\":7,\"on\":true}\n");

    private final BooleanSupplier needed;
    private final Consumer<Graphics> others;
    private final LogTableModel model;
    private final LogTable table;
    private final VolatileImage nowhere;
    private final Timer timer = new Timer(PAUSE_MILLIS, e -> step());
    private final RowSource rows = new InventedRows();
    private long end;

    /**
     * @param needed whether no rows have been painted yet; asked before each step
     * @param others paints what else will be painted when the first message comes, in each step
     */
    public PaintWarmup(GraphicsConfiguration screen, Words words, BooleanSupplier needed, Consumer<Graphics> others) {
        this.needed = needed;
        this.others = others;
        model = new LogTableModel(this, words, ROWS);
        table = new LogTable(model, words, following -> {});
        table.setSize(UIScale.scale(WIDTH), ROWS * table.getRowHeight());
        nowhere = screen.createCompatibleVolatileImage(table.getWidth(), table.getHeight());
    }

    public void start() {
        timer.start();
    }

    boolean running() {
        return timer.isRunning();
    }

    private void step() {
        if (end >= STEPS * ROWS || !needed.getAsBoolean()) {
            timer.stop();
            nowhere.flush();
            return;
        }
        end += ROWS;
        model.refresh();
        table.doLayout();
        Graphics g = nowhere.createGraphics();
        g.setClip(0, 0, table.getWidth(), table.getHeight());
        table.paint(g);
        others.accept(g);
        g.dispose();
    }

    @Override
    public RowSource rows() {
        return rows;
    }

    private static Peer peer(int id) {
        return new Peer(id, new InetSocketAddress("127.0.0.1", 8080), new InetSocketAddress("127.0.0.1", 50_000 + id));
    }

    private static Encoding encoding(int peer) {
        return ENCODINGS[peer % ENCODINGS.length];
    }

    @Override
    public int generation() {
        return 0;
    }

    @Override
    public FilterResult filtered() {
        return new FilterResult(Filter.ALL, true, null, null);
    }

    @Override
    public Lens lens() {
        return new Lens(null, PaintWarmup::encoding);
    }

    @Override
    public String label(Row row) {
        return Addresses.text(row.remote());
    }

    @Override
    public String address(Row row) {
        return label(row);
    }

    @Override
    public int labels() {
        return 0;
    }

    /** Rows of each kind, as many as have been painted. */
    private final class InventedRows implements RowSource {
        @Override
        public long oldestRow() {
            return 0;
        }

        @Override
        public long count() {
            return end;
        }

        @Override
        public Row read(long number, int most) {
            Peer peer = peer((int) (number % 3) + 1);
            long time = System.currentTimeMillis() * 1_000_000;
            if (number % ROWS < 2) {
                Event joined = new Event.Joined(peer);
                return new Row(
                        number,
                        Row.Kind.EVENT,
                        time,
                        peer.id(),
                        peer.remote(),
                        joined,
                        0,
                        0,
                        new byte[0],
                        Origin.PERSON);
            }
            Row.Kind kind = number % 7 == 0 ? Row.Kind.SENT : Row.Kind.RECEIVED;
            byte[] text = TEXTS.get((int) (number % TEXTS.size()))
                    .getBytes(encoding(peer.id()).readCharset());
            return new Row(number, kind, time, peer.id(), peer.remote(), null, 0, text.length, text, Origin.PERSON);
        }

        @Override
        public void close() {}
    }
}
