package dev.earshot.codec;

/**
 * The characters of a row that is read as GB 18030, counted by how common they are in texts. The hanzi of level 1 of
 * GB 2312 (B0A1-D7F9) are over 99 % of what people write; signs of its rows A1-A9 are as good a mark.
 *
 * @param common characters of level 1, signs, and the four-byte forms, which nothing else looks like
 * @param rare other characters of two bytes
 * @param bad bytes that are no text
 * @param isCut whether the row ends inside a character
 */
record GbkCensus(int common, int rare, int bad, boolean isCut) {

    /**
     * Counts the characters of a row; one that its end cuts does not count.
     *
     * @param first where its first byte beyond ASCII is
     */
    static GbkCensus of(byte[] b, int off, int first, int end) {
        int common = 0;
        int rare = 0;
        int bad = 0;
        boolean isCut = false;
        for (int at = first, length; at < end; at += Math.max(1, length)) {
            length = b[at] >= 0 ? 1 : Gb18030.length(b, at, end);
            if (length < 0) {
                isCut = true;
                break;
            } else if (b[at] >= 0) {
                continue;
            }
            boolean isCommon = length == 2 && isCommon(b, at);
            if (length == 0 || !(isCommon && isHanzi(b[at])) && !Gb18030.isText(b, at, length)) {
                bad++;
            } else if (length == 4 || isCommon && !WesternText.isPairInWord(b, at, off, end)) {
                common++;
            } else {
                rare++;
            }
        }
        return new GbkCensus(common, rare, bad, isCut);
    }

    /** Whether a third of the characters or more are common: names and traditional characters may be among them. */
    boolean isMostlyCommon() {
        return common > 0 && 2 * common >= rare;
    }

    /** Whether this is text with at least one character beyond ASCII. */
    boolean isText() {
        return bad == 0 && common + rare > 0;
    }

    /** Whether all common pairs with this first byte are hanzi; after D7 some places are empty. */
    private static boolean isHanzi(byte lead) {
        return (lead & 0xFF) >= 0xB0 && (lead & 0xFF) < 0xD7;
    }

    private static boolean isCommon(byte[] b, int at) {
        int lead = b[at] & 0xFF;
        return (b[at + 1] & 0xFF) >= 0xA1 && (lead >= 0xB0 && lead <= 0xD7 || lead >= 0xA1 && lead <= 0xA9);
    }
}
