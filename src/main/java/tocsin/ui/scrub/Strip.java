package tocsin.ui.scrub;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Draws the lanes on one canvas, and over it the line of now and the pointer into the past. Drawn at most once a
/// frame, and only when the picture, the size or the theme is another.
public final class Strip extends Region {
    private static final int STATES = 0;
    private static final int STATES_HEIGHT = 14;
    private static final int LEVELS = 17;
    private static final int LEVELS_HEIGHT = 5;
    private static final int COMMAND = 25;
    private static final int COMMAND_HEIGHT = 3;
    private static final int ENTRIES = 38;
    private static final int TASKS = 48;
    private static final int TASK_STEP = 5;
    private static final int TASK_HEIGHT = 4;
    private static final int TICK_WORDS = 74;
    private static final int HEIGHT = 80;
    private static final int TICK_ROOM = 24;
    private static final int PADDED = 12;
    private static final double SMALL = 3;
    private static final double LARGE = 5;
    private static final Font ON_BARS = Font.font("IBM Plex Sans", 11);
    private static final Font AT_TICKS = Font.font("IBM Plex Sans", 11);

    private static final List<CssMetaData<Strip, Color>> INKS =
            List.of(Ink.values()).stream().map(Strip::meta).toList();

    private final Map<Ink, StyleableObjectProperty<Color>> inks = new EnumMap<>(Ink.class);
    private final Canvas canvas = new Canvas();
    private final Region now = new Region();
    private final Region minute = new Region();
    private final Label label = new Label();
    private Lanes lanes = Lanes.NONE;
    private ScrubModel.Pointer pointer = ScrubModel.Pointer.NONE;
    private boolean stale = true;
    private List<Integer> covered = List.of();

    public Strip() {
        getStyleClass().add("strip");
        now.getStyleClass().add("strip-now");
        minute.getStyleClass().add("strip-minute");
        label.getStyleClass().addAll("strip-label", "mono");
        for (Ink ink : Ink.values()) {
            inks.put(
                    ink,
                    new SimpleStyleableObjectProperty<>(INKS.get(ink.ordinal()), this, ink.property(), Color.GRAY) {
                        @Override
                        protected void invalidated() {
                            get();
                            redraw();
                        }
                    });
        }
        getChildren().addAll(canvas, now, minute, label);
        for (var each : getChildren()) {
            each.setMouseTransparent(true);
            each.setManaged(false);
        }
    }

    void show(Lanes fresh) {
        lanes = fresh;
        redraw();
    }

    void point(ScrubModel.Pointer fresh) {
        pointer = fresh;
        label.setText(fresh.label());
        requestLayout();
    }

    private void redraw() {
        stale = true;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 400;
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            stale = true;
        }
        line(now, pointer.now());
        point(pointer.minute().orElse(-1));
        if (stale) {
            stale = false;
            draw(canvas.getGraphicsContext2D());
        }
    }

    private void point(int at) {
        line(minute, at);
        label.setVisible(minute.isVisible());
        label.autosize();
        double wide = label.getWidth();
        double left = Math.rint(Math.clamp(at - wide / 2, 0, Math.max(0, getWidth() - wide)));
        label.relocate(left, getHeight() - label.getHeight());
        // The words of a tick that would look out from under the label are left away.
        List<Integer> under = label.isVisible()
                ? lanes.ticks().stream()
                        .map(Lanes.Tick::x)
                        .filter(x -> x > left - TICK_ROOM && x < left + wide + TICK_ROOM)
                        .toList()
                : List.of();
        stale |= !under.equals(covered);
        covered = under;
    }

    private void line(Region line, int x) {
        line.setVisible(x >= 0 && x <= getWidth());
        line.resizeRelocate(Math.min(x, getWidth() - 2), 0, 2, TICK_WORDS - 9);
    }

    private Color ink(Ink ink) {
        return property(ink).get();
    }

    private void draw(GraphicsContext brush) {
        brush.clearRect(0, 0, getWidth(), getHeight());
        brush.setFill(ink(Ink.TRACK));
        brush.fillRoundRect(0, STATES, getWidth(), STATES_HEIGHT, 6, 6);
        brush.fillRoundRect(0, LEVELS, getWidth(), LEVELS_HEIGHT, 4, 4);
        lanes.ticks().forEach(tick -> tick(brush, tick));
        lanes.bars().forEach(bar -> bar(brush, bar));
        lanes.marks().forEach(mark -> mark(brush, mark));
    }

    private void tick(GraphicsContext brush, Lanes.Tick tick) {
        brush.setFill(ink(Ink.TICK));
        brush.fillRect(tick.x(), STATES_HEIGHT, 1, TICK_WORDS - STATES_HEIGHT - 8);
        brush.setFill(ink(Ink.WORDS));
        brush.setFont(AT_TICKS);
        brush.setTextBaseline(VPos.CENTER);
        double room = wide(tick.label(), AT_TICKS) / 2;
        brush.setTextAlign(TextAlignment.CENTER);
        if (!covered.contains(tick.x()) && tick.x() >= room && tick.x() <= getWidth() - room) {
            brush.fillText(tick.label(), tick.x(), TICK_WORDS);
        }
    }

    private void bar(GraphicsContext brush, Lanes.Bar bar) {
        brush.setFill(ink(bar.ink()));
        switch (bar.lane()) {
            case STATES -> {
                block(brush, bar, STATES, STATES_HEIGHT, 6);
                name(brush, bar);
            }
            case LEVELS -> block(brush, bar, LEVELS, LEVELS_HEIGHT, 4);
            case COMMAND -> block(brush, bar, COMMAND, COMMAND_HEIGHT, 2);
            case TASKS -> block(brush, bar, TASKS + bar.row() * TASK_STEP, TASK_HEIGHT, 2);
            case ENTRIES -> {}
        }
    }

    /// A hair of room at the end keeps two neighbours apart, whatever their colours.
    private static void block(GraphicsContext brush, Lanes.Bar bar, double y, double height, double round) {
        brush.fillRoundRect(bar.x(), y, Math.max(1, bar.width() - 1), height, round, round);
    }

    private void name(GraphicsContext brush, Lanes.Bar bar) {
        if (bar.width() >= wide(bar.name(), ON_BARS) + PADDED) {
            brush.setFill(ink(Ink.ON_BAR));
            brush.setFont(ON_BARS);
            brush.setTextAlign(TextAlignment.LEFT);
            brush.setTextBaseline(VPos.CENTER);
            brush.fillText(bar.name(), bar.x() + PADDED / 2.0, STATES + STATES_HEIGHT / 2.0);
        }
    }

    private static double wide(String words, Font font) {
        var text = new Text(words);
        text.setFont(font);
        return text.getLayoutBounds().getWidth();
    }

    private void mark(GraphicsContext brush, Lanes.Mark mark) {
        switch (mark.sign()) {
            case NOTE -> dot(brush, mark.x(), SMALL, Ink.NOTE);
            case ACTION -> triangle(brush, mark.x(), SMALL + 1, Ink.ACTION);
            case DECISION -> square(brush, mark.x(), SMALL + 0.5, Ink.DECISION);
            case PINNED_NOTE -> dot(brush, mark.x(), LARGE, Ink.PINNED);
            case PINNED_ACTION -> triangle(brush, mark.x(), LARGE + 1, Ink.ACTION);
            case PINNED_DECISION -> square(brush, mark.x(), LARGE, Ink.DECISION);
        }
    }

    private void dot(GraphicsContext brush, double x, double radius, Ink ink) {
        brush.setFill(ink(ink));
        brush.fillOval(x - radius, ENTRIES - radius, 2 * radius, 2 * radius);
    }

    private void square(GraphicsContext brush, double x, double half, Ink ink) {
        brush.setFill(ink(ink));
        brush.fillRect(x - half, ENTRIES - half, 2 * half, 2 * half);
    }

    private void triangle(GraphicsContext brush, double x, double half, Ink ink) {
        brush.setFill(ink(ink));
        brush.fillPolygon(
                new double[] {x - half + 1, x + half, x - half + 1},
                new double[] {ENTRIES - half, ENTRIES, ENTRIES + half},
                3);
    }

    private static CssMetaData<Strip, Color> meta(Ink ink) {
        return new CssMetaData<>(ink.property(), StyleConverter.getColorConverter(), Color.GRAY) {
            @Override
            public boolean isSettable(Strip strip) {
                return !strip.property(ink).isBound();
            }

            @Override
            public StyleableProperty<Color> getStyleableProperty(Strip strip) {
                return strip.property(ink);
            }
        };
    }

    private StyleableObjectProperty<Color> property(Ink ink) {
        return Objects.requireNonNull(inks.get(ink));
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        var all = new ArrayList<>(Region.getClassCssMetaData());
        all.addAll(INKS);
        return all;
    }
}
