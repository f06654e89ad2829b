package tocsin.sync;

import java.time.Duration;

class MemoryHubTest extends HubContract {
    private final MemoryHub.Place place = new MemoryHub.Place(Author.NOON);

    @Override
    Hub another() {
        return place.join();
    }

    @Override
    void pass(Duration time) {
        place.pass(time);
    }
}
