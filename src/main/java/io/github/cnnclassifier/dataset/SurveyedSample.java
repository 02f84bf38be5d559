
package io.github.cnnclassifier.dataset;

/**
 * A sample that has been read once.
 *
 * @param sample where it came from
 * @param contentHash 16 hex digits of SHA-256 over width, height, channels and
 *          the pixel values as floats: equal pixels have equal hashes, whatever
 *          type or file format stored them
 * @param width in pixels
 * @param height in pixels
 * @param channels 3 for RGB
 * @param rgb whether the channels are red, green and blue of a color image
 * @param bitDepth bits of one stored value
 * @param min smallest pixel value, finite
 * @param max largest pixel value, finite
 */
public record SurveyedSample(Sample sample, String contentHash, int width,
		int height, int channels, boolean rgb, int bitDepth, double min, double max)
{
}
