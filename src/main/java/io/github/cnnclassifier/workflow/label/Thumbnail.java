
package io.github.cnnclassifier.workflow.label;

/**
 * A small picture of a crop, ready to be shown. Black and white are the same
 * for all crops of a session that have the same bit depth and channels.
 *
 * @param width in pixels
 * @param height in pixels
 * @param rgb H,W: red, green and blue as 0xRRGGBB; treat as read-only
 */
public record Thumbnail(int width, int height, int[] rgb) {
}
