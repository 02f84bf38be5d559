
package io.github.cnnclassifier.image;

/**
 * Where an image lies in the input that a {@link Preprocessing} makes of it, so
 * that what is found in the input can be told of the image.
 *
 * @param horizontal the axis x
 * @param vertical the axis y
 */
public record InputFrame(InputAxis horizontal, InputAxis vertical) {
}
