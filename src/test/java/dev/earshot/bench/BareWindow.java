package dev.earshot.bench;

import com.formdev.flatlaf.FlatLightLaf;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** The least window with Earshot's look and layout: a few fields above a table. */
final class BareWindow {
    private BareWindow() {}

    public static void main(String[] args) {
        FlatLightLaf.setup();
        SwingUtilities.invokeLater(() -> {
            JPanel panel = new JPanel(new MigLayout("fill", "[][grow][]", "[][grow]"));
            panel.add(new JLabel("Port"));
            panel.add(new JTextField("8080"), "growx");
            panel.add(new JButton("Listen"), "wrap");
            panel.add(new JScrollPane(new JTable(20, 5)), "span, grow");
            JFrame frame = new JFrame("Bare");
            frame.setContentPane(panel);
            frame.setSize(1100, 720);
            frame.setLocationRelativeTo(null);
            frame.setVisible(true);
        });
    }
}
