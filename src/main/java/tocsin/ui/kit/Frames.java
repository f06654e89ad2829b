package tocsin.ui.kit;

import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;

/// Runs work in the next frame, after the one before was laid out and keys were heard. Used on the JavaFX thread.
public final class Frames implements Executor {
    @Override
    public void execute(Runnable work) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                work.run();
            }
        }.start();
    }
}
