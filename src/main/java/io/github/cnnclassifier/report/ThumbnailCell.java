
package io.github.cnnclassifier.report;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Objects;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.image.SampleImage;

/** The cells of a table that show images, all with the same black and white. */
final class ThumbnailCell {

	private final Map<String, ItemOutcome<SampleImage>> thumbnails;
	private final DisplayRanges ranges;

	/** @param thumbnails by the name of an image; for some or none of them */
	ThumbnailCell(final Map<String, ItemOutcome<SampleImage>> thumbnails) {
		this(thumbnails, new DisplayRanges(thumbnails.values().stream().map(
			ItemOutcome::result).filter(Objects::nonNull).toList()));
	}

	/** @param ranges black and white for all of the thumbnails */
	ThumbnailCell(final Map<String, ItemOutcome<SampleImage>> thumbnails,
		final DisplayRanges ranges)
	{
		this.thumbnails = thumbnails;
		this.ranges = ranges;
	}

	/** @return whether there is nothing to show at all */
	boolean isNone() {
		return thumbnails.isEmpty();
	}

	/** The picture of an image, the reason why there is none, or nothing. */
	void write(final Html html, final String name) {
		html.markup("<td>");
		writeInside(html, name);
		html.markup("</td>");
	}

	/** The same without the tags of the cell. */
	void writeInside(final Html html, final String name) {
		final ItemOutcome<SampleImage> thumbnail = thumbnails.get(name);
		if (thumbnail != null && thumbnail.isFailed()) html.element(
			"span class=\"note\"", thumbnail.reason());
		else if (thumbnail != null) picture(html, thumbnail.result(), name);
	}

	private void picture(final Html html, final SampleImage image,
		final String name)
	{
		final BufferedImage picture = Picture.of(image, ranges.of(image));
		html.png("class=\"thumbnail\" style=\"width:" + PictureSheet.enlargement(
			picture) * picture.getWidth() + "px\"", name, PngBytes.of(picture));
	}
}
