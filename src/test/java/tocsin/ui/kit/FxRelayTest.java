package tocsin.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class FxRelayTest {
    private final Queue<Runnable> hops = new ArrayDeque<>();
    private final FxRelay relay = new FxRelay(hops::add);
    private final List<Object> seen = new ArrayList<>();

    @Test
    void oneHopCarriesAllThatWaitsInItsOrder() {
        relay.execute(() -> seen.add(1));
        relay.execute(() -> seen.add(2));
        assertThat(hops).hasSize(1);
        hop();
        assertThat(seen).containsExactly(1, 2);
    }

    @Test
    void onlyTheNewestArrives() {
        var newest = relay.newest(seen::add);
        newest.accept("old");
        newest.accept("new");
        hop();
        newest.accept("next");
        hop();
        assertThat(seen).containsExactly("new", "next");
    }

    @Test
    void workThatFailsDoesNotStrandTheRest() {
        relay.execute(() -> {
            throw new IllegalStateException("broken");
        });
        relay.execute(() -> seen.add("after"));
        assertThatThrownBy(this::hop).hasMessage("broken");
        hop();
        assertThat(seen).containsExactly("after");
    }

    private void hop() {
        hops.remove().run();
    }
}
