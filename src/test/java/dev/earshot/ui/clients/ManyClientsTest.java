package dev.earshot.ui.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.util.UIScale;
import dev.earshot.journal.search.Filter;
import dev.earshot.journal.search.PeerSet;
import dev.earshot.session.Client;
import dev.earshot.session.Crowd;
import dev.earshot.session.settings.Settings.Order;
import dev.earshot.session.words.Words;
import dev.earshot.ui.TestWindow;
import dev.earshot.ui.WindowTest;
import dev.earshot.ui.parts.Controls;
import dev.earshot.ui.send.ClientBox;
import dev.earshot.ui.send.Target;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JScrollPane;
import javax.swing.ListCellRenderer;
import javax.swing.event.ListDataEvent;
import javax.swing.event.ListDataListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counts the events and the painted rows of a list with ten thousand clients, not the time. */
class ManyClientsTest extends WindowTest {
    private static final int MANY = 10_000;

    /** The number of visible rows. */
    private static final int HIGH = 10;

    private final List<Client> crowd = Crowd.of(MANY);
    private final List<ListDataEvent> told = new ArrayList<>();
    private final List<List<Client>> chosen = new ArrayList<>();
    private ClientListView list;
    private JScrollPane pane;
    private int asked;

    @BeforeEach
    void open() throws IOException {
        TestWindow.run(this::makeList);
    }

    private void makeList() {
        list = new ClientListView(ui.session, new Words(Locale.ENGLISH), new Choices());
        ListCellRenderer<? super Optional<Client>> cell = list.getCellRenderer();
        list.setCellRenderer((of, value, index, selected, focused) -> {
            asked++;
            return cell.getListCellRendererComponent(of, value, index, selected, focused);
        });
        list.getModel().addListDataListener(new Told());
        pane = Controls.scroll(list);
        pane.setSize(230, UIScale.scale(ClientCell.HEIGHT) * HIGH);
        list.refresh(crowd);
        layOut();
    }

    private void layOut() {
        pane.doLayout();
        pane.getViewport().doLayout();
        list.doLayout();
    }

    private void paint() {
        layOut();
        Graphics2D g = new BufferedImage(230, 900, BufferedImage.TYPE_INT_RGB).createGraphics();
        pane.paint(g);
        g.dispose();
    }

    @Test
    void onlyVisibleRowsArePaintedAndNoEventIsFiredWithoutAChange() {
        TestWindow.run(() -> {
            assertThat(list.getModel().getSize()).isEqualTo(MANY + 1);
            assertThat(told).hasSizeLessThanOrEqualTo(2);
            told.clear();
            asked = 0;
            paint();
            assertThat(asked).isBetween(1, HIGH + 1);
            list.refresh(crowd);
            assertThat(told).isEmpty();
        });
    }

    @Test
    void aClientThatJoinsOrLeavesFiresOneEvent() {
        TestWindow.run(() -> {
            told.clear();
            List<Client> less = new ArrayList<>(crowd);
            less.remove(4999);
            list.refresh(less);
            assertThat(told).hasSize(1);
            assertThat(told.get(0).getIndex0()).isEqualTo(5000);
            assertThat(told.get(0).getIndex1()).isEqualTo(5000);
            list.refresh(crowd);
            assertThat(told).hasSize(2);
        });
    }

    @Test
    void allClientsAreChosenAtOnce() {
        TestWindow.run(() -> {
            asked = 0;
            list.setSelectionInterval(1, MANY);
            assertThat(chosen).containsExactly(crowd);
            list.refresh(crowd);
            assertThat(list.chosen()).hasSize(MANY);
            assertThat(list.getSelectedIndices()).hasSize(MANY);
            assertThat(asked).isZero();
        });
    }

    @Test
    void theListIsSortedOnceASecondAndTheChosenRowStaysInPlace() {
        TestWindow.run(() -> {
            list.setSelectedIndex(5000);
            pane.getViewport().setViewPosition(new Point(0, UIScale.scale(ClientCell.HEIGHT) * 4995));
            int seenAt = list.indexToLocation(5000).y - pane.getViewport().getViewPosition().y;
            told.clear();
            long before = System.nanoTime();
            list.sortBy(Order.BYTES);
            list.refresh(crowd);
            assertThat(told).hasSize(1);
            assertThat(list.getModel().getElementAt(1)).contains(crowd.get(MANY - 1));
            assertThat(list.getSelectedValue()).contains(crowd.get(4999));
            int index = list.getSelectedIndex();
            assertThat(index).isEqualTo(MANY - 4999);
            assertThat(list.indexToLocation(index).y - pane.getViewport().getViewPosition().y)
                    .isEqualTo(seenAt);
            Crowd.receive(crowd.get(0), 1 << 20);
            list.refresh(crowd);
            boolean due = System.nanoTime() - before >= 1_000_000_000L; // on a machine that was busy elsewhere
            assertThat(told).hasSizeLessThanOrEqualTo(due ? 2 : 1);
        });
    }

    @Test
    void openingTheBoxOfReceiversReadsOnlyVisibleOnes() {
        TestWindow.run(() -> {
            ClientBox box = ui.find("clientBox");
            ListCellRenderer<? super Target> cell = box.getRenderer();
            box.setRenderer((of, value, index, selected, focused) -> {
                asked++;
                return cell.getListCellRendererComponent(of, value, index, selected, focused);
            });
            asked = 0;
            box.refresh(crowd);
            box.setPopupVisible(true);
            assertThat(box.getItemCount()).isEqualTo(MANY + 1);
            assertThat(asked).isLessThan(100);
            box.setPopupVisible(false);
        });
    }

    @Test
    void aBoxThatIsOpenStaysAsItIsAndTheChoiceIsAClientAndNotAPlace() {
        TestWindow.run(() -> {
            ClientBox box = ui.find("clientBox");
            box.refresh(crowd.subList(0, 900));
            Target wanted = box.getItemAt(500);
            box.setSelectedItem(wanted);
            box.setPopupVisible(true);
            for (int change = 1; change <= 50; change++) {
                box.refresh(crowd.subList(change, 900 + change));
            }
            assertThat(box.isPopupVisible()).isTrue();
            assertThat(box.getItemAt(500)).isSameAs(wanted);
            box.setPopupVisible(false);
            box.refresh(crowd.subList(50, 950));
            assertThat(box.getSelectedItem()).isSameAs(wanted);
            assertThat(box.getItemAt(450)).isEqualTo(wanted);
        });
    }

    private final class Choices implements ClientListView.Listener {
        @Override
        public void choose(List<Client> clients) {
            chosen.add(clients);
            showOnly(clients);
        }

        @Override
        public void showOnly(List<Client> clients) {
            PeerSet peers = PeerSet.of(
                    clients.stream().map(client -> client.peer().id()).toList());
            ui.session.log().filter(new Filter(peers, true, true, true, null), true);
        }

        @Override
        public void sendTo(List<Client> clients) {}

        @Override
        public void replay(Client client) {}

        @Override
        public void renamed() {}

        @Override
        public void fail(String why) {}
    }

    private final class Told implements ListDataListener {
        @Override
        public void intervalAdded(ListDataEvent e) {
            told.add(e);
        }

        @Override
        public void intervalRemoved(ListDataEvent e) {
            told.add(e);
        }

        @Override
        public void contentsChanged(ListDataEvent e) {
            told.add(e);
        }
    }
}
