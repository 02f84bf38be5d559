
package io.github.cnnclassifier.image;

/**
 * What the user marked as a region, but is none that pixels can be taken from.
 *
 * @param index number in its list, 1-based; 0 if it could not even be read
 * @param name as the user knows it
 * @param reason for the user
 */
public record UnusableRegion(int index, String name, String reason) {
}
