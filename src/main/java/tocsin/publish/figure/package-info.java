/// The figures of an analysis as pictures: what stands where, measured with the product's own letters,
/// and no toolkit. The same facts give the same picture on every desk. Any thread.
@NullMarked
package tocsin.publish.figure;

import org.jspecify.annotations.NullMarked;
