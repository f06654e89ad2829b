package tocsin.ui.board;

import tocsin.domain.severity.Severity;

/// What a hand can do with a card.
interface Gestures {
    void open(CardModel card);

    /// The card is in the hand from now on.
    void lift(CardModel card);

    /// The card in the hand is held over this level.
    void hover(Severity level);

    /// The card in the hand is put down there.
    void drop(Severity level);

    void letGo();

    boolean carrying();
}
