package tocsin.app.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tocsin.app.Past;
import tocsin.base.DeskId;
import tocsin.journal.Hash;
import tocsin.journal.Head;

/// What a commit of the index says about itself: its version, its place in the journal and the heads there.
final class Ledger {
    /// Raised when documents are written differently.
    static final int SCHEMA = 3;

    private static final String HEAD = "head.";

    private Ledger() {}

    static Map<String, String> written(Past.Place place) {
        var data = new HashMap<String, String>();
        data.put("schema", String.valueOf(SCHEMA));
        data.put("position", String.valueOf(place.position()));
        for (Head head : place.heads()) {
            data.put(HEAD + head.desk(), head.seq() + " " + head.hash().hex());
        }
        return data;
    }

    /// Empty when it is not of this version or makes no sense.
    static Optional<Past.Place> read(Map<String, String> data) {
        if (!String.valueOf(SCHEMA).equals(data.get("schema"))) {
            return Optional.empty();
        }
        List<Head> heads = new ArrayList<>();
        for (Map.Entry<String, String> each : data.entrySet()) {
            if (each.getKey().startsWith(HEAD)) {
                String[] words = each.getValue().split(" ", -1);
                heads.add(new Head(
                        new DeskId(each.getKey().substring(HEAD.length())),
                        Long.parseLong(words[0]),
                        Hash.parse(words[1]).orElseThrow()));
            }
        }
        return Optional.of(new Past.Place(Long.parseLong(data.getOrDefault("position", "-1")), List.copyOf(heads)));
    }
}
