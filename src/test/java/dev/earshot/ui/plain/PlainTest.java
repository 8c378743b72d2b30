package dev.earshot.ui.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JToolTip;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.table.DefaultTableModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that Swing renders no text of a plain component as HTML. */
class PlainTest {
    private static final String PAGE = "<html><b>bold</b>";

    static Stream<JLabel> labels() {
        return Stream.of(new PlainLabel(), new PlainLabel(PAGE), new PlainTableCell(), new PlainListCell());
    }

    static Stream<AbstractButton> buttons() {
        return Stream.of(
                new PlainButton(),
                new PlainButton(PAGE),
                new PlainToggleButton(),
                new PlainToggleButton(PAGE),
                new PlainCheckBox(),
                new PlainCheckBox(PAGE, true),
                new PlainRadioButton(PAGE),
                new PlainMenuItem(PAGE),
                new PlainMenu(PAGE),
                new PlainCheckBoxMenuItem(PAGE),
                new PlainRadioButtonMenuItem(PAGE));
    }

    static Stream<JComponent> withTips() {
        Stream<JComponent> others = Stream.of(
                new PlainTextField(),
                new PlainPanel(),
                new PlainComboBox<String>(),
                new PlainTabbedPane(PlainTabbedPane.TOP, PlainTabbedPane.SCROLL_TAB_LAYOUT),
                new PlainList<String>(new DefaultListModel<>()),
                table(),
                table().getTableHeader());
        return Stream.concat(Stream.concat(labels(), buttons()), others);
    }

    @Test
    void ordinaryComponentsRenderHtml() {
        assertThat(new JLabel(PAGE).getClientProperty(BasicHTML.propertyKey)).isNotNull();
        JToolTip tip = new JLabel().createToolTip();
        tip.setTipText(PAGE);
        assertThat(tip.getClientProperty(BasicHTML.propertyKey)).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("labels")
    void labelsAndCellsShowTextAsItIs(JLabel label) {
        assertPlain(label);
        label.setText(PAGE);
        assertPlain(label);
        label.updateUI();
        assertPlain(label);
        assertThat(label.getText()).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @MethodSource("buttons")
    void buttonsAndMenusShowTextAsItIs(AbstractButton button) {
        assertPlain(button);
        button.setText(PAGE);
        assertPlain(button);
        button.updateUI();
        assertPlain(button);
        assertThat(button.getText()).isEqualTo(PAGE);
    }

    @ParameterizedTest
    @MethodSource("withTips")
    void tipsShowTextAsItIs(JComponent component) {
        JToolTip tip = component.createToolTip();
        tip.setTipText(PAGE);
        assertPlain(tip);
        assertThat(tip.getComponent()).isSameAs(component);
    }

    @Test
    void titlesOfTabsAreNoPages() {
        PlainTabbedPane tabs = new PlainTabbedPane(PlainTabbedPane.TOP, PlainTabbedPane.SCROLL_TAB_LAYOUT);
        tabs.addTab(PAGE, new PlainPanel());
        tabs.addTab("plain", new PlainPanel());
        assertThat(tabs.getTitleAt(0)).isEqualTo(" " + PAGE);
        tabs.setTitleAt(1, PAGE);
        assertThat(BasicHTML.isHTMLString(tabs.getTitleAt(1))).isFalse();
    }

    @Test
    void cellsAndTitlesOfTablesShowTextAsItIs() {
        PlainTable table = table();
        for (int look = 0; look < 2; look++) {
            assertPlain((JComponent) table.prepareRenderer(table.getCellRenderer(0, 0), 0, 0));
            JComponent title = (JComponent) table.getTableHeader()
                    .getDefaultRenderer()
                    .getTableCellRendererComponent(table, PAGE, false, false, -1, 0);
            assertPlain(title);
            table.updateUI();
        }
    }

    @Test
    void choicesShowTextAsItIs() {
        PlainComboBox<String> box = new PlainComboBox<>();
        PlainList<String> list = new PlainList<>(new DefaultListModel<>());
        for (int look = 0; look < 2; look++) {
            assertPlain((JComponent) box.getRenderer().getListCellRendererComponent(list, PAGE, 0, false, false));
            assertPlain((JComponent) list.getCellRenderer().getListCellRendererComponent(list, PAGE, 0, false, false));
            box.updateUI();
            list.updateUI();
        }
    }

    private static PlainTable table() {
        return new PlainTable(
                new DefaultTableModel(new Object[][] {List.of(PAGE).toArray()}, new Object[] {PAGE}));
    }

    private static void assertPlain(JComponent component) {
        assertThat(component.getClientProperty(BasicHTML.propertyKey)).isNull();
    }
}
