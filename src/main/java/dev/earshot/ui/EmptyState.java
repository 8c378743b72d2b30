package dev.earshot.ui;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.util.UIScale;
import dev.earshot.session.Words;
import java.awt.Graphics;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** What stands in the log's place before anything has happened: what to do next, and a command to try it with. */
final class EmptyState extends JPanel {
    private static final int LEAST_HEIGHT = 250;

    private final Words words;
    private final transient Consumer<String> say;
    private final JLabel drawing = new JLabel(Icons.of("app", 48, Token.SENT));
    private final JLabel heading = new JLabel();
    private final JTextField command = new JTextField();

    /** @param say is told what the person should see */
    EmptyState(Words words, Consumer<String> say) {
        super(new MigLayout("insets 24, wrap 1, gap 0, hidemode 3", "[grow, center]", "push[][][][][]push"));
        this.words = words;
        this.say = say;
        heading.putClientProperty("html.disable", true);
        command.setEditable(false);
        command.setName("tryCommand");
        command.getAccessibleContext().setAccessibleName(words.of("ui.empty.command"));
        command.setBackground(new TokenColor(Token.WINDOW));
        JButton copy = new Controls(words)
                .tool("copyCommandButton", Icons.of("copy", 16, Token.ICON), words.of("ui.empty.copy"));
        copy.addActionListener(e -> copyCommand());
        command.putClientProperty(FlatClientProperties.TEXT_FIELD_TRAILING_COMPONENT, copy);
        add(drawing);
        add(heading, "gaptop 12");
        add(note("ui.empty.every.byte"), "gaptop 6");
        add(command, "gaptop 12, w 300!, h 34!");
        add(note("ui.empty.network"), "gaptop 24");
        updateUI();
    }

    /**
     * @param open where somebody can connect now, as {@code 127.0.0.1:8080}; else empty
     * @param address as it stands in the field
     * @param port as it stands in the field
     */
    void show(String open, String address, String port) {
        String place = open.isEmpty() ? (address.contains(":") ? "[" + address + "]" : address) + ":" + port : open;
        set(words.of(open.isEmpty() ? "ui.empty.press" : "ui.empty.waiting", place), netcat(place));
    }

    /** The words need the room more than the drawing does. */
    @Override
    public void doLayout() {
        drawing.setVisible(getHeight() >= UIScale.scale(LEAST_HEIGHT));
        super.doLayout();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        if (command != null) {
            heading.setFont(Theme.sans(17));
            command.setFont(Theme.mono(13));
        }
    }

    private void set(String title, String line) {
        if (!title.equals(heading.getText())) {
            heading.setText(title);
            command.setText(line);
        }
    }

    /** The command that connects there; every interface includes this computer's own. */
    private static String netcat(String place) {
        int colon = place.lastIndexOf(':');
        String host = place.substring(0, colon).replace("[", "").replace("]", "");
        String reached = host.equals("0.0.0.0") ? "127.0.0.1" : host.equals("::") ? "::1" : host;
        return "nc " + reached + " " + place.substring(colon + 1);
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(Token.TABLE.color());
        g.fillRect(0, 0, getWidth(), getHeight());
    }

    private JLabel note(String key) {
        JLabel label = new JLabel(words.of(key));
        label.setForeground(new TokenColor(Token.MUTED));
        return label;
    }

    private void copyCommand() {
        ClipboardText.put(command.getText()).ifPresent(why -> say.accept(words.of("ui.copy.failed", why)));
    }
}
