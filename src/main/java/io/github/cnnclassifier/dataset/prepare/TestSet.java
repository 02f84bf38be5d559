
package io.github.cnnclassifier.dataset.prepare;

/**
 * The images that the final figures are measured on. A type of its own, so that
 * the sides of a split cannot be mixed up.
 *
 * @param samples in the order of the data set; may be empty on the test side
 */
public record TestSet(SampleList samples) {
}
