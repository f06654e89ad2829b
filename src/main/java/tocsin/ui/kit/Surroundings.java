package tocsin.ui.kit;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import tocsin.base.PersonId;

/// Who sits before the screen, and where and when that is.
public record Surroundings(PersonId operator, ZoneId zone, Locale locale, InstantSource wall) {}
