/// A believable month of incidents for an empty profile, so that every screen has something to show on the first day.
@NullMarked
package tocsin.app.demo;

import org.jspecify.annotations.NullMarked;
