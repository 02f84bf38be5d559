
package io.github.cnnclassifier.dataset.survey;

/**
 * An image that should be part of the data set but could not be read. A run
 * goes on without it and ends with exit status 3.
 *
 * @param name path relative to the data set, separated by '/'
 * @param label the class it would have belonged to; empty if a list names none
 * @param reason why it could not be read, for the user
 */
public record FailedSample(String name, String label, String reason) {
}
