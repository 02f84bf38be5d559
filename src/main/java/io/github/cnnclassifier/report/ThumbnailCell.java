
package io.github.cnnclassifier.report;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Objects;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;

/** The cells of a table that show images, all with the same black and white. */
final class ThumbnailCell {

	/** Longest side of a picture in pixels. */
	static final int SIDE = 80;

	private final Map<String, ItemOutcome<SampleImage>> thumbnails;
	private final DisplayRanges ranges;

	/** @param thumbnails by the name of an image; for some or none of them */
	ThumbnailCell(final Map<String, ItemOutcome<SampleImage>> thumbnails) {
		this.thumbnails = thumbnails;
		ranges = new DisplayRanges(thumbnails.values().stream().map(
			ItemOutcome::result).filter(Objects::nonNull).toList());
	}

	/** @return whether there is nothing to show at all */
	boolean isNone() {
		return thumbnails.isEmpty();
	}

	/** The picture of an image, the reason why there is none, or nothing. */
	void write(final Html html, final String name) {
		html.markup("<td>");
		final ItemOutcome<SampleImage> thumbnail = thumbnails.get(name);
		if (thumbnail != null && thumbnail.isFailed()) html.element(
			"span class=\"note\"", thumbnail.reason());
		else if (thumbnail != null) picture(html, thumbnail.result(), name);
		html.markup("</td>");
	}

	private void picture(final Html html, final SampleImage image,
		final String name)
	{
		final BufferedImage picture = Picture.of(image, ranges.of(image));
		// small images are enlarged by whole numbers, so that pixels stay square
		final int factor = Math.max(1, SIDE / Math.max(picture.getWidth(), picture
			.getHeight()));
		html.png("class=\"thumbnail\" style=\"width:" + factor * picture
			.getWidth() + "px\"", name, PngBytes.of(picture));
	}
}
