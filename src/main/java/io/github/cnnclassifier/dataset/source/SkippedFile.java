
package io.github.cnnclassifier.dataset.source;

/**
 * A file or folder that was left out on purpose: hidden, not an image, or not
 * where images belong. Not a failure.
 *
 * @param name path relative to the data set, separated by '/'
 * @param reason a few words for the user
 */
public record SkippedFile(String name, String reason) {
}
