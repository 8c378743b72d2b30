package dev.earshot.ui.clients;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.net.address.Addresses;
import dev.earshot.session.Client;
import dev.earshot.session.Session;
import dev.earshot.session.Traffic;
import dev.earshot.session.words.Words;
import dev.earshot.ui.parts.DrawnText;
import dev.earshot.ui.parts.FigureText;
import dev.earshot.ui.parts.Icons;
import dev.earshot.ui.parts.Theme;
import dev.earshot.ui.parts.Token;
import dev.earshot.ui.plain.PlainLabel;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Optional;
import javax.swing.Icon;
import javax.swing.JList;
import javax.swing.ListCellRenderer;
import javax.swing.UIManager;

/** Draws one row of the client list: a client in two lines, or the row that stands for all of them. */
final class ClientCell extends PlainLabel implements ListCellRenderer<Optional<Client>> {
    private static final Icon ALL = Icons.of("clients", 16, Token.ICON);
    private static final Icon DOWN = Icons.of("in", 12, Token.MUTED);
    private static final Icon PRESENT = Icons.of("dot", 16, Token.OK);
    private static final Icon FINISHED = Icons.of("ring", 16, Token.OK);
    private static final Icon GONE = Icons.of("left", 14, Token.MUTED);
    private static final Icon RESET = Icons.of("reset", 14, Token.ERROR);
    private static final Icon STALLED = Icons.of("stalled", 14, Token.WARN);

    /** The height of every row, in unscaled pixels. It is fixed, so that ten thousand rows need not be measured. */
    static final int HEIGHT = 40;

    private final transient Session session;
    private final transient Words words;
    private final transient FigureText figures;
    private final transient ClientFacts facts;
    private boolean rates;
    private transient Client client;
    private Token background;
    private boolean focused;

    ClientCell(Session session, Words words) {
        this.session = session;
        this.words = words;
        figures = new FigureText(words);
        facts = new ClientFacts(session, words);
        setOpaque(true);
    }

    @Override
    public Component getListCellRendererComponent(
            JList<? extends Optional<Client>> list,
            Optional<Client> value,
            int index,
            boolean isSelected,
            boolean cellHasFocus) {
        client = value.orElse(null);
        Token chosen = list.isFocusOwner() ? Token.SELECTION : Token.SELECTION_INACTIVE;
        background = isSelected ? chosen : Token.TABLE;
        focused = cellHasFocus;
        return this;
    }

    /** Shows the present rate of each client, or else the bytes that it has sent so far. */
    void showRates(boolean wanted) {
        rates = wanted;
    }

    /** Returns the text that is drawn, for assistive tools. */
    @Override
    public String getText() {
        if (words == null) {
            return "";
        }
        return client == null
                ? words.of("ui.clients.all")
                : Addresses.text(client.peer().remote()) + ", " + facts.line(client);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics;
        DrawnText.setAntialiasing(g, this);
        g.setColor(background.color());
        g.fillRect(0, 0, getWidth(), getHeight());
        if (focused) { // the two colours of a selection differ too little to show where the keyboard is
            g.setColor(UIManager.getColor("Component.focusColor"));
            g.fillRect(0, 0, UIScale.scale(3), getHeight());
        }
        if (client == null) {
            drawIcon(g, ALL, getHeight() / 2);
            g.setFont(Theme.sans(13));
            g.setColor(Token.TEXT.color());
            int x = UIScale.scale(32);
            DrawnText.draw(g, words.of("ui.clients.all"), x, getHeight(), getWidth() - x);
        } else {
            drawFirstLine(g);
            drawSecondLine(g);
        }
    }

    private void drawFirstLine(Graphics2D g) {
        drawIcon(g, stateIcon(), UIScale.scale(12));
        int middle = UIScale.scale(24);
        g.setFont(Theme.sans(12));
        g.setColor(Token.MUTED.color());
        String age = figures.age(System.currentTimeMillis() - client.lastHeardAt());
        int end = drawAtRight(g, age, middle);
        g.setFont(Theme.mono(12));
        g.setColor((client.isPresent() ? Token.TEXT : Token.MUTED).color());
        int x = UIScale.scale(32);
        FontMetrics metrics = g.getFontMetrics();
        String address =
                DrawnText.cutInTheMiddle(Addresses.text(client.peer().remote()), metrics, end - x - UIScale.scale(8));
        g.drawString(address, x, DrawnText.baseline(metrics, middle));
    }

    private void drawSecondLine(Graphics2D g) {
        int top = UIScale.scale(16);
        int height = UIScale.scale(24);
        g.translate(0, top);
        g.setFont(Theme.sans(12));
        int x = UIScale.scale(32);
        // Trouble needs all the room.
        int end = client.stalledBytes() > 0 ? getWidth() - UIScale.scale(8) : drawFigure(g, height);
        g.setColor(ClientFigures.color(client).color());
        DrawnText.draw(g, facts.line(client), x, height, end - x - UIScale.scale(4));
        g.translate(0, -top);
    }

    /** Draws the figure at the right edge and returns where it begins. */
    private int drawFigure(Graphics2D g, int height) {
        g.setColor(Token.MUTED.color());
        if (rates) {
            Traffic.Rate rate = session.traffic().rate(client);
            return drawAtRight(g, FigureText.rate(Math.round(rate.bytesIn() + rate.bytesOut())), height);
        }
        String bytes = FigureText.bytes(session.traffic().total(client).bytesIn());
        int end = drawAtRight(g, bytes, height) - DOWN.getIconWidth() - UIScale.scale(2);
        DOWN.paintIcon(this, g, end, (height - DOWN.getIconHeight()) / 2 + 1);
        return end;
    }

    private int drawAtRight(Graphics2D g, String text, int height) {
        FontMetrics metrics = g.getFontMetrics();
        int x = getWidth() - UIScale.scale(12) - metrics.stringWidth(text);
        g.drawString(text, x, DrawnText.baseline(metrics, height));
        return x;
    }

    private void drawIcon(Graphics2D g, Icon icon, int middle) {
        icon.paintIcon(this, g, UIScale.scale(19) - icon.getIconWidth() / 2, middle - icon.getIconHeight() / 2);
    }

    private Icon stateIcon() {
        if (!client.isPresent()) {
            return hasFailed() ? RESET : GONE;
        } else if (client.stalledBytes() > 0) {
            return STALLED;
        }
        return client.hasFinishedSending() ? FINISHED : PRESENT;
    }

    private boolean hasFailed() {
        return ClientFigures.color(client) == Token.ERROR;
    }
}
