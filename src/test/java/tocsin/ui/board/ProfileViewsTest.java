package tocsin.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.journal.RealDisk;

class ProfileViewsTest {
    @TempDir
    Path profile;

    @Test
    void whatWasKeptIsThereNextTime() {
        var kept = List.of(
                new SavedView("mine, red", Set.of(Facet.MINE, Facet.NEEDS_A_WORD)),
                new SavedView("الأمن", Set.of(Facet.SECURITY)));
        try (var views = new ProfileViews(profile, new RealDisk())) {
            views.keep(kept).join();
        }
        try (var views = new ProfileViews(profile, new RealDisk())) {
            assertThat(views.load().join()).isEqualTo(kept);
        }
        assertThat(profile).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aFacetOfANewerProgramIsLeftOutAndRubbishIsNoView() throws IOException {
        Files.writeString(profile.resolve("views.txt"), "a\tMINE,TELEPATHY\nrubbish\n\n");
        try (var views = new ProfileViews(profile, new RealDisk())) {
            assertThat(views.load().join()).containsExactly(new SavedView("a", Set.of(Facet.MINE)));
        }
    }
}
