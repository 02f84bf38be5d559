
package io.github.cnnclassifier.image;

/**
 * The physical size of one pixel.
 *
 * @param width in {@code unit}, above 0
 * @param height in {@code unit}, above 0
 * @param unit of length, for instance "micron"; never null
 */
public record PixelSize(double width, double height, String unit) {
}
