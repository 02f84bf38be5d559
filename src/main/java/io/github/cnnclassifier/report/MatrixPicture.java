
package io.github.cnnclassifier.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

import io.github.cnnclassifier.evaluation.ConfusionMatrix;
import io.github.cnnclassifier.evaluation.EvaluationResult;

/**
 * The confusion matrix as a picture: actual classes in rows, predicted ones in
 * columns, counts where there is room for them, and in colors what share of the
 * row they are.
 */
final class MatrixPicture {

	/** More classes than pixels help nobody. */
	static final int MOST_CLASSES = 1000;

	/** More have no room for counts. */
	private static final int MOST_WITH_COUNTS = 30;
	private static final int PIXELS_PER_POINT = 2;
	private static final int LARGEST_CELL = 44;
	private static final int SMALLEST_CELL = 1;
	/** Of all cells together, in points. */
	private static final int WIDTH = 660;
	/** The same where names would not be seen otherwise. */
	private static final int LARGEST_WIDTH = 1400;
	/** With names of small letters. */
	private static final int NAMED_CELL = 7;
	/** Smaller letters are not read. */
	private static final int SMALLEST_LETTERS = 5;
	private static final int LARGEST_LETTERS = 12;
	private static final int LONGEST_NAME = 170;
	private static final int MARGIN = 8;
	private static final int AXIS = 18;
	private static final Color INK = new Color(0x222222);
	private static final Color PALE = new Color(0x555555);
	private static final Color EMPTY = new Color(0xF3F3F3);

	private final EvaluationResult result;
	private final ConfusionMatrix matrix;
	private final int classes;
	private final int cell;
	private final Font font;
	private final int names;

	private MatrixPicture(final EvaluationResult result) {
		this.result = result;
		matrix = result.matrix();
		classes = matrix.classes();
		cell = Math.max(SMALLEST_CELL, Math.min(LARGEST_CELL, Math.max(WIDTH /
			classes, Math.min(NAMED_CELL, LARGEST_WIDTH / classes))));
		font = new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(1, Math.min(
			LARGEST_LETTERS, cell - 1)));
		names = hasNames() ? longestName() : 0;
	}

	/**
	 * @param result of at most {@link #MOST_CLASSES} classes
	 * @return PNG
	 */
	static byte[] png(final EvaluationResult result) {
		return PngBytes.of(new MatrixPicture(result).drawn());
	}

	private boolean hasNames() {
		return font.getSize() >= SMALLEST_LETTERS;
	}

	private int longestName() {
		final Graphics2D graphics = new BufferedImage(1, 1,
			BufferedImage.TYPE_INT_RGB).createGraphics();
		try {
			final FontMetrics metrics = graphics.getFontMetrics(font);
			return Math.min(LONGEST_NAME, result.labels().names().stream().mapToInt(
				metrics::stringWidth).max().orElse(0)) + MARGIN;
		}
		finally {
			graphics.dispose();
		}
	}

	private BufferedImage drawn() {
		final int side = MARGIN + AXIS + names + classes * cell + MARGIN;
		final BufferedImage image = new BufferedImage(side * PIXELS_PER_POINT,
			side * PIXELS_PER_POINT, BufferedImage.TYPE_INT_RGB);
		final Graphics2D graphics = image.createGraphics();
		try {
			graphics.scale(PIXELS_PER_POINT, PIXELS_PER_POINT);
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
				RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
				RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
			graphics.setColor(Color.WHITE);
			graphics.fillRect(0, 0, side, side);
			axes(graphics, side);
			graphics.translate(MARGIN + AXIS + names, MARGIN + AXIS + names);
			cells(graphics);
			if (hasNames()) names(graphics);
		}
		finally {
			graphics.dispose();
		}
		return image;
	}

	private static void axes(final Graphics2D graphics, final int side) {
		graphics.setColor(PALE);
		graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, LARGEST_LETTERS));
		final String across = "predicted";
		final FontMetrics metrics = graphics.getFontMetrics();
		graphics.drawString(across, side - MARGIN - metrics.stringWidth(across),
			MARGIN + LARGEST_LETTERS);
		graphics.rotate(-Math.PI / 2);
		graphics.drawString("actual", MARGIN - side, MARGIN + LARGEST_LETTERS);
		graphics.rotate(Math.PI / 2);
	}

	private void cells(final Graphics2D graphics) {
		final int gap = cell > 4 ? 1 : 0;
		graphics.setFont(font);
		graphics.setColor(EMPTY);
		graphics.fillRect(0, 0, classes * cell - gap, classes * cell - gap);
		for (int row = 0; row < classes; row++)
			for (int column = 0; column < classes; column++) {
				if (matrix.count(row, column) == 0) continue;
				final MatrixShade shade = MatrixShade.of(matrix, row, column);
				graphics.setColor(shade.on(Color.WHITE));
				graphics.fillRect(column * cell, row * cell, cell - gap, cell - gap);
				if (classes <= MOST_WITH_COUNTS) count(graphics, row, column, shade);
			}
	}

	private void count(final Graphics2D graphics, final int row, final int column,
		final MatrixShade shade)
	{
		final String count = Long.toString(matrix.count(row, column));
		graphics.setFont(font);
		for (int size = font.getSize(); size > SMALLEST_LETTERS && graphics
			.getFontMetrics().stringWidth(count) > cell - 3; size--)
			graphics.setFont(font.deriveFont((float) size));
		final FontMetrics metrics = graphics.getFontMetrics();
		graphics.setColor(shade.isDark() ? Color.WHITE : INK);
		graphics.drawString(count, column * cell + (cell - metrics.stringWidth(
			count)) / 2, row * cell + (cell + metrics.getAscent() - metrics
				.getDescent()) / 2);
	}

	private void names(final Graphics2D graphics) {
		graphics.setFont(font);
		graphics.setColor(INK);
		final FontMetrics metrics = graphics.getFontMetrics();
		final int middle = (cell + metrics.getAscent() - metrics.getDescent()) / 2;
		for (int i = 0; i < classes; i++) {
			final String name = FittingText.beginning(metrics, result.labels().name(
				i), LONGEST_NAME);
			graphics.drawString(name, -metrics.stringWidth(name) - MARGIN / 2, i *
				cell + middle);
			graphics.rotate(-Math.PI / 2);
			graphics.drawString(name, MARGIN / 2, i * cell + middle);
			graphics.rotate(Math.PI / 2);
		}
	}
}
