
package io.github.cnnclassifier.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.inspect.DataAudit;
import io.github.cnnclassifier.dataset.inspect.InspectedImage;
import io.github.cnnclassifier.image.IntensityRange;
import io.github.cnnclassifier.image.SampleImage;

/**
 * Small pictures of the images of a class beside one another, all of the data
 * set with the same black and white, each with its file name. Thread-safe.
 */
final class ContactSheet {

	/** Longest side of a picture in pixels. */
	static final int SIDE = 80;

	private static final String ELLIPSIS = "\u2026";
	private static final int COLUMNS = 10;
	private static final int GAP = 6;
	private static final int NAME_HEIGHT = 12;
	private static final int HEAD_HEIGHT = 40;
	private static final Color INK = new Color(0x222222);
	private static final Color PALE = new Color(0x666666);
	private static final Color PAPER = new Color(0xF2F2F2);
	private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
	private static final Font CAPTION = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
	private static final Font NAME = new Font(Font.SANS_SERIF, Font.PLAIN, 9);

	private final DisplayRanges ranges;
	private final Map<String, List<InspectedImage>> classes;

	/** @param audit with thumbnails */
	ContactSheet(final DataAudit audit) {
		classes = audit.data().images().stream().collect(Collectors.groupingBy(
			image -> image.surveyed().sample().label()));
		ranges = new DisplayRanges(audit.data().images().stream().map(
			InspectedImage::thumbnail).filter(thumbnail -> thumbnail != null)
			.toList());
	}

	/**
	 * @param label of a class
	 * @return PNG; only its head if the class has no readable image
	 */
	byte[] png(final String label) {
		final List<InspectedImage> all = classes.getOrDefault(label, List.of());
		final List<InspectedImage> shown = all.stream().filter(image -> image
			.thumbnail() != null).toList();
		final int rows = (shown.size() + COLUMNS - 1) / COLUMNS;
		final BufferedImage sheet = new BufferedImage(GAP + COLUMNS * (SIDE + GAP),
			HEAD_HEIGHT + rows * (SIDE + NAME_HEIGHT + GAP) + GAP,
			BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = sheet.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
				RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			graphics.setColor(PAPER);
			graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
			head(graphics, label, caption(all.size(), shown));
			for (int i = 0; i < shown.size(); i++) {
				cell(graphics, shown.get(i), GAP + i % COLUMNS * (SIDE + GAP),
					HEAD_HEIGHT + i / COLUMNS * (SIDE + NAME_HEIGHT + GAP));
			}
		}
		finally {
			graphics.dispose();
		}
		return PngBytes.of(sheet);
	}

	private String caption(final int all, final List<InspectedImage> shown) {
		final String count = (shown.size() == all ? "all " + all : shown.size() +
			" of " + all) + (all == 1 ? " image" : " images");
		final List<String> ways = shown.stream().map(InspectedImage::thumbnail).map(
			this::shownAs).distinct().toList();
		return count + (ways.size() < 2 ? String.join("", ways)
			: "; black and white by bit depth and channels");
	}

	private String shownAs(final SampleImage image) {
		final List<IntensityRange> range = ranges.of(image);
		final String colors = Picture.colors(image);
		return "; black to white " + range.stream().distinct().map(r -> Decimals
			.plain(r.min()) + " to " + Decimals.plain(r.max())).collect(Collectors
				.joining(", ")) + (colors.isEmpty() ? "" : ", " + colors);
	}

	private static void head(final Graphics2D graphics, final String label,
		final String caption)
	{
		graphics.setColor(INK);
		graphics.setFont(TITLE);
		graphics.drawString(label.isEmpty() ? "Images without a class" : label, GAP,
			17);
		graphics.setColor(PALE);
		graphics.setFont(CAPTION);
		graphics.drawString(caption, GAP, 33);
	}

	private void cell(final Graphics2D graphics, final InspectedImage image,
		final int x, final int y)
	{
		final SampleImage thumbnail = image.thumbnail();
		final BufferedImage picture = Picture.of(thumbnail, ranges.of(thumbnail));
		// small images are enlarged by whole numbers, so that pixels stay square
		final int factor = Math.max(1, SIDE / Math.max(picture.getWidth(), picture
			.getHeight()));
		final int width = factor * picture.getWidth();
		final int height = factor * picture.getHeight();
		graphics.drawImage(picture, x + (SIDE - width) / 2, y + (SIDE - height) / 2,
			width, height, null);
		graphics.setColor(PALE);
		graphics.setFont(NAME);
		graphics.drawString(fitting(graphics.getFontMetrics(), image.surveyed()
			.sample().name()), x, y + SIDE + NAME_HEIGHT - 3);
	}

	/** The end of a name tells more than its beginning. */
	private static String fitting(final FontMetrics font, final String path) {
		final String name = path.substring(path.lastIndexOf('/') + 1);
		if (font.stringWidth(name) <= SIDE) return name;
		int room = SIDE - font.stringWidth(ELLIPSIS);
		int begin = name.length();
		while (begin > 0 && font.charWidth(name.charAt(begin - 1)) <= room) {
			begin--;
			room -= font.charWidth(name.charAt(begin));
		}
		return ELLIPSIS + name.substring(begin);
	}
}
