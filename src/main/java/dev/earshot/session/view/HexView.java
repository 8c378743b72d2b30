package dev.earshot.session.view;

import dev.earshot.codec.Hex;
import dev.earshot.session.words.Words;
import java.util.List;

/** Shows the bytes of a message as hex digits, and in detail as a dump with offsets and ASCII. */
public final class HexView implements MessageView {
    private static final int DUMP_COLUMNS = 16;

    @Override
    public String id() {
        return "hex";
    }

    @Override
    public String name(Words words) {
        return words.of("row.view.hex");
    }

    @Override
    public Evidence evidence(DecodedRow message) {
        return message.isLegible() ? Evidence.NONE : Evidence.NO_TEXT;
    }

    @Override
    public boolean canShow(DecodedRow message) {
        return true;
    }

    @Override
    public String line(DecodedRow message, Words words) {
        return Hex.print(message.bytes(), 0, message.bytes().length);
    }

    @Override
    public int[] hitsInLine(DecodedRow message, String line, int[] hits) {
        int[] places = hits.clone();
        for (int i = 0; i < places.length; i += 2) {
            places[i] *= 3;
            places[i + 1] = places[i + 1] * 3 - 1;
        }
        return places;
    }

    @Override
    public String tag(DecodedRow message, Words words) {
        return words.of("row.view.hex.tag");
    }

    @Override
    public MessageDetail detail(DecodedRow message, int[] hits, Words words) {
        HexDumpText dump = HexDumpText.of(message.bytes(), DUMP_COLUMNS, hits);
        return new MessageDetail(List.of(tag(message, words)), dump.text(), dump.hits());
    }
}
