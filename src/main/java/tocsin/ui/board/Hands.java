package tocsin.ui.board;

import java.util.concurrent.CompletableFuture;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;

/// What the board asks of a console. The answers come on a thread of the journal.
interface Hands {
    CompletableFuture<Answer> act(Gesture gesture);

    CompletableFuture<Answer> declare(Gesture.Opening opening);

    CompletableFuture<Answer> undo(IncidentId incident, PersonId actor);

    static Hands of(Console console) {
        return of(CompletableFuture.completedFuture(console));
    }

    /// Acts as soon as there is a console.
    static Hands of(CompletableFuture<Console> console) {
        return new Hands() {
            @Override
            public CompletableFuture<Answer> act(Gesture gesture) {
                return console.thenCompose(open -> open.act(gesture));
            }

            @Override
            public CompletableFuture<Answer> declare(Gesture.Opening opening) {
                return console.thenCompose(open -> open.declare(opening));
            }

            @Override
            public CompletableFuture<Answer> undo(IncidentId incident, PersonId actor) {
                return console.thenCompose(open -> open.undo(incident, actor));
            }
        };
    }

    /// Answers nothing, for a picture.
    static Hands none() {
        return new Hands() {
            @Override
            public CompletableFuture<Answer> act(Gesture gesture) {
                return new CompletableFuture<>();
            }

            @Override
            public CompletableFuture<Answer> declare(Gesture.Opening opening) {
                return new CompletableFuture<>();
            }

            @Override
            public CompletableFuture<Answer> undo(IncidentId incident, PersonId actor) {
                return new CompletableFuture<>();
            }
        };
    }
}
