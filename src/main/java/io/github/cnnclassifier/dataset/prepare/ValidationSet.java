
package io.github.cnnclassifier.dataset.prepare;

/**
 * The images that tell how good each epoch is. A type of its own, so that the
 * sides of a split cannot be mixed up.
 *
 * @param samples in the order of the data set; may be empty on the test side
 */
public record ValidationSet(SampleList samples) {
}
