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

class GlyphTest {
    @Test
    void aNoteHasTheDrawingOfItsSeverity() {
        assertThat(of(TcpNote.RESUMED.note())).isEqualTo(Glyph.NOTE);
        assertThat(of(TcpNote.STALLED.note(1))).isEqualTo(Glyph.STALLED);
        assertThat(of(ReplyNote.CUT_OFF.note(10))).isEqualTo(Glyph.RESET);
        assertThat(of(CaptureNote.LOST.note())).isEqualTo(Glyph.RESET);
        assertThat(of(new Event.Note(null, new UnknownNote("of.a.later.version"), List.of())))
                .isEqualTo(Glyph.NOTE);
    }

    private static Glyph of(Event.Note note) {
        return Glyph.of(new Row(0, Row.Kind.EVENT, 0, 0, null, note, 0, 0, new byte[0], Origin.PERSON));
    }
}
