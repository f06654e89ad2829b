package tocsin.ui.kit;

import java.util.Optional;
import tocsin.app.Session;

/// Words that were being typed when the window went. Kept at every key, forgotten when they are done or given up.
public interface Drafts {
    Optional<String> get(String line);

    /// Empty words are forgotten.
    void keep(String line, String words);

    /// Nothing outlives the window.
    static Drafts none() {
        return new Drafts() {
            @Override
            public Optional<String> get(String line) {
                return Optional.empty();
            }

            @Override
            public void keep(String line, String words) {
                // There is nowhere to keep them.
            }
        };
    }

    /// Kept for this place of the desk.
    static Drafts of(Session session, String place) {
        return new Drafts() {
            @Override
            public Optional<String> get(String line) {
                return session.get(key(line));
            }

            @Override
            public void keep(String line, String words) {
                session.put(key(line), words);
            }

            private String key(String line) {
                return "draft." + place + "." + line;
            }
        };
    }
}
