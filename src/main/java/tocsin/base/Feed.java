package tocsin.base;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Something that tells what happens to whoever asked to be told. Listeners run on the teller's thread and must be
/// short.
/// Every subscription has a handle that someone closes.
public final class Feed<T> {
    private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();

    /// Ends the telling when closed.
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    public Subscription subscribe(Consumer<? super T> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    public void tell(T news) {
        for (Consumer<? super T> listener : listeners) {
            listener.accept(news);
        }
    }

    public int listeners() {
        return listeners.size();
    }
}
