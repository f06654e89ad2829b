package tocsin.publish.figure;

import tocsin.domain.analysis.Marked;

/// What marks and captions are called in the language of the reader.
public interface Labels {
    String mark(Marked mark);

    String caption(Caption caption);
}
