package dev.earshot.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.journal.CaptureNote;
import dev.earshot.journal.Row;
import dev.earshot.net.Event;
import dev.earshot.net.Origin;
import dev.earshot.net.TcpNote;
import dev.earshot.net.UnknownNote;
import dev.earshot.reply.ReplyNote;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowStyleTest {
    @Test
    void aNoteHasTheDrawingOfItsSeverity() {
        assertThat(of(TcpNote.RESUMED.note())).isEqualTo(RowStyle.NOTE);
        assertThat(of(TcpNote.STALLED.note(1))).isEqualTo(RowStyle.STALLED);
        assertThat(of(ReplyNote.CUT_OFF.note(10))).isEqualTo(RowStyle.RESET);
        assertThat(of(CaptureNote.LOST.note())).isEqualTo(RowStyle.RESET);
        assertThat(of(new Event.Note(null, new UnknownNote("of.a.later.version"), List.of())))
                .isEqualTo(RowStyle.NOTE);
    }

    private static RowStyle of(Event.Note note) {
        return RowStyle.of(new Row(0, Row.Kind.EVENT, 0, 0, null, note, 0, 0, new byte[0], Origin.PERSON));
    }
}
