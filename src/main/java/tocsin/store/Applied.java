package tocsin.store;

import tocsin.base.DeskId;

/// How far the store has folded one desk: the last fact and its hash.
public record Applied(DeskId desk, long seq, String hashHex) {}
