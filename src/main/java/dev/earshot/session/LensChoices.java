package dev.earshot.session;

/** The encodings, views and layouts that people have chosen for showing messages. Any thread. */
final class LensChoices {
    private final ChosenEncodings encodings = new ChosenEncodings();
    private final ChosenViews views;
    private volatile LayoutBook layouts = LayoutBook.BUILT_IN;

    LensChoices() {
        this(new ChosenViews());
    }

    LensChoices(ChosenViews views) {
        this.views = views;
    }

    ChosenEncodings encodings() {
        return encodings;
    }

    ChosenViews views() {
        return views;
    }

    LayoutBook layouts() {
        return layouts;
    }

    void useLayouts(LayoutBook book) {
        layouts = book;
    }
}
