package tocsin.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static final int MANY = 20_000;

    private final Excerpt excerpt = new Excerpt();
    private final List<Row> all = new ArrayList<>();
    private final List<String> changes = new ArrayList<>();

    @Test
    void fewRowsAreAllThere() {
        write(300);
        assertThat(excerpt.shown()).isEqualTo(all);
        assertThat(excerpt.atEnd()).isTrue();
    }

    @Test
    void ofVeryManyOnlyTheNewestAreLaidOut() {
        write(MANY);
        assertThat(excerpt.shown()).isEqualTo(all.subList(MANY - Excerpt.MOST, MANY));
        assertThat(excerpt.rowAt(0)).isEqualTo(MANY - Excerpt.MOST);
    }

    @Test
    void aNewRowIsOneRowMore() {
        write(MANY);
        watch();
        write(1);
        assertThat(changes).containsExactly("+1 -0");
        assertThat(excerpt.shown().getLast()).isEqualTo(all.getLast());
    }

    @Test
    void whatGrewTooLongLosesItsBeginningAtOnceAndNothingElseChanges() {
        write(MANY);
        write(Excerpt.SLACK);
        watch();
        write(1);
        assertThat(changes).containsExactly("+0 -" + (Excerpt.SLACK + 1), "+1 -0");
        assertThat(excerpt.shown()).isEqualTo(all.subList(all.size() - Excerpt.MOST, all.size()));
    }

    @Test
    void whoeverReadsFurtherUpSeesNothingMove() {
        write(MANY);
        assertThat(excerpt.reach(0)).isTrue();
        assertThat(excerpt.shown().getFirst()).isEqualTo(all.getFirst());
        assertThat(excerpt.atEnd()).isFalse();
        watch();
        write(40);
        assertThat(changes).isEmpty();
        excerpt.toEnd();
        assertThat(excerpt.shown().getLast()).isEqualTo(all.getLast());
    }

    @Test
    void whatHappenedBeforeItPushesNothingOut() {
        write(MANY);
        excerpt.reach(MANY / 2);
        Row read = excerpt.shown().get(Excerpt.MOST / 2);
        all.add(5, row(-1));
        excerpt.show(List.copyOf(all));
        assertThat(excerpt.shown().get(Excerpt.MOST / 2)).isEqualTo(read);
        assertThat(excerpt.placeOf(all.indexOf(read))).isEqualTo(Excerpt.MOST / 2);
    }

    @Test
    void awayFromItsEdgesItStaysWhatItIs() {
        write(MANY);
        excerpt.reach(MANY / 2);
        watch();
        assertThat(excerpt.reach(MANY / 2 + Excerpt.MOST / 2 - Excerpt.EDGE - 1))
                .isFalse();
        assertThat(excerpt.reach(MANY / 2 + Excerpt.MOST / 2 - Excerpt.EDGE)).isTrue();
        assertThat(changes).hasSize(1);
    }

    @Test
    void fewerRowsThanBeforeAreAllThereAgain() {
        write(MANY);
        excerpt.reach(MANY / 2);
        all.subList(100, MANY).clear();
        excerpt.show(List.copyOf(all));
        assertThat(excerpt.shown()).hasSize(100);
        assertThat(excerpt.atEnd()).isTrue();
    }

    @Test
    void whenWhatWasReadIsGoneTheNewestIsShown() {
        write(MANY);
        excerpt.reach(MANY / 2);
        all.replaceAll(_ -> row(all.size() + 7));
        excerpt.show(List.copyOf(all));
        assertThat(excerpt.atEnd()).isTrue();
    }

    private void write(int count) {
        IntStream.range(0, count).forEach(_ -> all.add(row(all.size())));
        excerpt.show(List.copyOf(all));
    }

    private void watch() {
        excerpt.shown().addListener((ListChangeListener<Row>) change -> {
            while (change.next()) {
                changes.add("+" + change.getAddedSize() + " -" + change.getRemovedSize());
            }
        });
    }

    private static Row row(int number) {
        return new Row.Day(LocalDate.EPOCH.plusDays(number));
    }
}
