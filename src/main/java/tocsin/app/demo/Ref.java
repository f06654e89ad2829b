package tocsin.app.demo;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tocsin.app.Answer;
import tocsin.base.FactId;
import tocsin.base.IncidentId;

/// What an act of the script leaves behind, for the acts that point back at it.
final class Ref {
    private final String act;
    private @Nullable CompletableFuture<Answer> answer;

    Ref(String act) {
        this.act = act;
    }

    void answeredBy(CompletableFuture<Answer> coming) {
        answer = coming;
    }

    FactId fact() {
        return done().facts().getFirst();
    }

    IncidentId incident() {
        return done().incident().id();
    }

    /// Waits until it is on disk. The rules are the real ones: what they refuse is a slip in the script.
    Answer.Done done() {
        CompletableFuture<Answer> coming = answer;
        if (coming == null) {
            throw new IllegalStateException("pointed at before it happened: " + act);
        }
        return switch (coming.join()) {
            case Answer.Done done -> done;
            case Answer.Refused(var refusal, var _) ->
                throw new IllegalStateException(refusal.key() + " " + refusal.arguments() + ": " + act);
        };
    }
}
