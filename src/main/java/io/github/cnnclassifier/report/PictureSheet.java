
package io.github.cnnclassifier.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

import io.github.cnnclassifier.image.SampleImage;

/** Small pictures beside one another, each with what stands below it. */
final class PictureSheet {

	/**
	 * One of them.
	 *
	 * @param image no side longer than {@link #SIDE}
	 * @param name below it; of a path the end of its last part is shown
	 * @param lines below that; their beginnings are shown
	 */
	record Entry(SampleImage image, String name, List<String> lines) {
	}

	/** Longest side of a picture in pixels. */
	static final int SIDE = 80;

	private static final int COLUMNS = 10;
	private static final int GAP = 6;
	private static final int LINE_HEIGHT = 12;
	private static final int HEAD_HEIGHT = 40;
	private static final Color INK = new Color(0x222222);
	private static final Color PALE = new Color(0x666666);
	private static final Color PAPER = new Color(0xF2F2F2);
	private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 14);
	private static final Font CAPTION = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
	private static final Font NAME = new Font(Font.SANS_SERIF, Font.PLAIN, 9);

	private final DisplayRanges ranges;
	private final int cellHeight;

	/**
	 * @param ranges black and white of all pictures
	 * @param lines below the name of each picture
	 */
	PictureSheet(final DisplayRanges ranges, final int lines) {
		this.ranges = ranges;
		cellHeight = SIDE + (1 + lines) * LINE_HEIGHT + GAP;
	}

	/** @return PNG; only its head if there is no picture */
	byte[] png(final String title, final String caption,
		final List<Entry> entries)
	{
		final int rows = (entries.size() + COLUMNS - 1) / COLUMNS;
		final BufferedImage sheet = new BufferedImage(GAP + COLUMNS * (SIDE + GAP),
			HEAD_HEIGHT + rows * cellHeight + GAP, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = sheet.createGraphics();
		try {
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
				RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			graphics.setColor(PAPER);
			graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
			head(graphics, title, caption);
			for (int i = 0; i < entries.size(); i++) {
				cell(graphics, entries.get(i), GAP + i % COLUMNS * (SIDE + GAP),
					HEAD_HEIGHT + i / COLUMNS * cellHeight);
			}
		}
		finally {
			graphics.dispose();
		}
		return PngBytes.of(sheet);
	}

	private static void head(final Graphics2D graphics, final String title,
		final String caption)
	{
		graphics.setColor(INK);
		graphics.setFont(TITLE);
		graphics.drawString(title, GAP, 17);
		graphics.setColor(PALE);
		graphics.setFont(CAPTION);
		graphics.drawString(caption, GAP, 33);
	}

	private void cell(final Graphics2D graphics, final Entry entry, final int x,
		final int y)
	{
		final BufferedImage picture = Picture.of(entry.image(), ranges.of(entry
			.image()));
		final int factor = enlargement(picture);
		final int width = factor * picture.getWidth();
		final int height = factor * picture.getHeight();
		graphics.drawImage(picture, x + (SIDE - width) / 2, y + (SIDE - height) / 2,
			width, height, null);
		graphics.setColor(PALE);
		graphics.setFont(NAME);
		// the end of a name tells more than its beginning
		graphics.drawString(FittingText.end(graphics.getFontMetrics(), entry.name()
			.substring(entry.name().lastIndexOf('/') + 1), SIDE), x, y + SIDE +
				LINE_HEIGHT - 3);
		for (int i = 0; i < entry.lines().size(); i++)
			graphics.drawString(FittingText.beginning(graphics.getFontMetrics(), entry
				.lines().get(i), SIDE), x, y + SIDE + (i + 2) * LINE_HEIGHT - 3);
	}

	/** Small images by whole numbers, so that pixels stay square. */
	static int enlargement(final BufferedImage picture) {
		return Math.max(1, SIDE / Math.max(picture.getWidth(), picture
			.getHeight()));
	}
}
