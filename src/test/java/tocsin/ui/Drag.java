package tocsin.ui;

import static tocsin.ui.Keyboard.onScreen;

import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/// A hand that carries something over the window. The platform without a display cannot carry, so that its events come
/// from here; everything they meet is real.
record Drag(Dragboard board, TransferMode mode) {
    /// Files out of a folder window of the desktop.
    static Drag of(List<Path> files) {
        return new Drag(onScreen(() -> board(files.stream().map(Path::toFile).toList())), TransferMode.COPY);
    }

    /// Something of this window, which knows itself what it is.
    static Drag ofOwn() {
        return new Drag(onScreen(() -> board(List.of())), TransferMode.MOVE);
    }

    void over(Node target) {
        fire(DragEvent.DRAG_ENTERED, target);
        fire(DragEvent.DRAG_OVER, target);
    }

    void away(Node target) {
        fire(DragEvent.DRAG_EXITED, target);
    }

    void drop(Node target) {
        over(target);
        fire(DragEvent.DRAG_DROPPED, target);
        away(target);
    }

    private void fire(EventType<DragEvent> type, Node target) {
        onScreen(() -> {
            Point2D at = target.localToScreen(1, 1);
            var pick = new PickResult(target, 1, 1);
            Event.fireEvent(target, new DragEvent(type, board, 1, 1, at.getX(), at.getY(), mode, null, target, pick));
            return target;
        });
    }

    /// The toolkit makes one only for a gesture of the platform.
    private static Dragboard board(List<File> files) {
        try {
            Class<?> peer = Class.forName("com.sun.javafx.tk.TKClipboard");
            Object held = Proxy.newProxyInstance(
                    peer.getClassLoader(), new Class<?>[] {peer}, (_, method, arguments) -> switch (method.getName()) {
                        case "hasContent" -> !files.isEmpty() && DataFormat.FILES.equals(arguments[0]);
                        case "getContent" -> DataFormat.FILES.equals(arguments[0]) ? files : null;
                        case "getContentTypes" -> Set.of(DataFormat.FILES);
                        case "getTransferModes" -> EnumSet.allOf(TransferMode.class);
                        case "putContent" -> true;
                        case "getDragViewOffsetX", "getDragViewOffsetY" -> 0.0;
                        default -> null;
                    });
            var maker = Dragboard.class.getDeclaredConstructor(peer);
            maker.setAccessible(true);
            return maker.newInstance(held);
        } catch (ReflectiveOperationException changed) {
            throw new LinkageError("the toolkit makes its boards otherwise by now", changed);
        }
    }
}
