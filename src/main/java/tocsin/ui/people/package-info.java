/// The people of the organisation with their teams and services: found by a few letters, changed in one line, taken in
/// from a spreadsheet.
@NullMarked
package tocsin.ui.people;

import org.jspecify.annotations.NullMarked;
