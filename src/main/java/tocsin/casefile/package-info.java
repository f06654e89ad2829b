/// The sealed case file of one incident: written, checked without a profile, and taken in. A case file comes from
/// outside, so nothing of it is used before everything in it was checked.
@NullMarked
package tocsin.casefile;

import org.jspecify.annotations.NullMarked;
