
package io.github.cnnclassifier.ui.label;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Optional;

import javax.swing.DefaultListCellRenderer;
import javax.swing.JList;

import io.github.cnnclassifier.image.ItemOutcome;
import io.github.cnnclassifier.ui.ClearedCell;
import io.github.cnnclassifier.ui.Pictured;
import io.github.cnnclassifier.ui.Plain;
import io.github.cnnclassifier.workflow.label.Crop;
import io.github.cnnclassifier.workflow.label.CropState;
import io.github.cnnclassifier.workflow.label.LabelSession;

/**
 * One crop in the grid: its picture in a frame of the color of its class, solid
 * if confirmed and dashed if predicted, and below it the same in words.
 */
final class CropCell extends DefaultListCellRenderer {

	private static final long serialVersionUID = 1L;

	private static final int SIDE = LabelSession.THUMBNAIL_SIDE;
	private static final int FRAME = 4;
	private static final int MARGIN = 6;
	private static final int LINE = 14;

	static final int CELL_WIDTH = SIDE + 2 * (FRAME + MARGIN);
	static final int CELL_HEIGHT = SIDE + 2 * (FRAME + MARGIN) + 2 * LINE;

	private static final Stroke SOLID = LabelStrokes.confirmed(FRAME);
	private static final Stroke DASHED = LabelStrokes.predicted(FRAME);
	private static final Stroke THIN = LabelStrokes.confirmed(1);

	private final transient CropGrid grid;
	private transient CropState state;
	private transient ItemOutcome<BufferedImage> picture;
	private String title = "";
	private String folder = "";
	private String words = "";
	private String ending = "";
	private boolean proposed;
	private boolean focused;
	private transient Font plain;
	private transient Font bold;

	CropCell(final CropGrid grid) {
		this.grid = grid;
	}

	@Override
	public Component getListCellRendererComponent(final JList<?> list,
		final Object value, final int index, final boolean isSelected,
		final boolean hasFocus)
	{
		final int crop = (Integer) value;
		state = grid.session().state(crop);
		picture = grid.picture(crop);
		final Crop what = grid.session().crop(crop);
		title = what.title();
		folder = what.folderClass();
		proposed = grid.isProposed(crop);
		focused = hasFocus;
		words = words();
		ending = ending();
		setBackground(isSelected ? list.getSelectionBackground() : list
			.getBackground());
		setForeground(isSelected ? list.getSelectionForeground() : list
			.getForeground());
		if (plain == null || !list.getFont().getFamily().equals(plain.getFamily()))
			setFonts(list.getFont());
		final String all = title + ", " + told();
		getAccessibleContext().setAccessibleName(all);
		setToolTipText(Plain.text(all));
		return this;
	}

	private void setFonts(final Font font) {
		plain = font.deriveFont(Font.PLAIN, 11f);
		bold = font.deriveFont(Font.BOLD, 11f);
	}

	/** What stands below the picture: a class, or why there is none. */
	private String words() {
		if (state.confirmed().isPresent()) return keyed(state.confirmed().get());
		if (problem().isPresent()) return "cannot be read";
		return state.predicted().map(this::keyed).orElse(folder.isEmpty()
			? "no class yet" : keyed(folder));
	}

	/** What stands behind it: how sure it is. */
	private String ending() {
		if (state.confirmed().isPresent() || problem().isPresent()) return "";
		return state.predicted().isPresent() ? String.format(Locale.ROOT, "? %.2f",
			state.probability()) : folder.isEmpty() ? "" : " (folder)";
	}

	private String keyed(final String label) {
		final String key = grid.looks().key(label);
		return key.isEmpty() ? label : key + "  " + label;
	}

	/** What a screen reader says. */
	private String told() {
		final String guess = state.predicted().map(label -> "predicted " + label +
			String.format(Locale.ROOT, " with probability %.2f", state.probability()))
			.orElse("");
		final String what = state.confirmed().map(label -> "confirmed " + label +
			(guess.isEmpty() ? "" : ", " + guess)).orElseGet(() -> problem().map(
				reason -> "cannot be read: " + reason).orElse(guess.isEmpty()
					? "no class yet" : guess));
		final String place = folder.isEmpty() ? "" : ", its folder says " + folder;
		return what + place + (proposed ? ", proposed as one of the next" : "");
	}

	private Optional<String> problem() {
		return state.problem().or(() -> picture != null && picture.isFailed()
			? Optional.of(picture.reason()) : Optional.empty());
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = ClearedCell.of(this, graphics);
		final int x = (getWidth() - SIDE) / 2;
		final int y = MARGIN + FRAME;
		picture(g, x, y);
		frame(g, x, y);
		g.setColor(getForeground());
		line(g, words, ending, state.confirmed().isPresent() ? bold : plain, y +
			SIDE + FRAME + LINE - 2);
		line(g, title, "", plain, y + SIDE + FRAME + 2 * LINE - 2);
		if (proposed) badge(g, x, y);
		if (focused) g.drawRect(1, 1, getWidth() - 3, getHeight() - 3);
		g.dispose();
	}

	private void picture(final Graphics2D g, final int x, final int y) {
		if (picture == null || picture.isFailed()) {
			g.setColor(getForeground());
			g.setFont(plain);
			final String text = picture == null ? "\u2026" : "no picture";
			g.drawString(text, x + (SIDE - g.getFontMetrics().stringWidth(text)) / 2,
				y + SIDE / 2);
			return;
		}
		final BufferedImage image = picture.result();
		g.drawImage(image, x + (SIDE - image.getWidth()) / 2, y + (SIDE - image
			.getHeight()) / 2, null);
	}

	private void frame(final Graphics2D g, final int x, final int y) {
		final Optional<String> shown = state.shown();
		if (shown.isEmpty()) {
			g.setColor(getForeground());
			g.setStroke(THIN);
			g.drawRect(x - 1, y - 1, SIDE + 1, SIDE + 1);
			return;
		}
		final boolean confirmed = state.confirmed().isPresent();
		g.setColor(grid.looks().color(shown.get()));
		g.setStroke(confirmed ? SOLID : DASHED);
		g.drawRect(x - FRAME / 2, y - FRAME / 2, SIDE + FRAME, SIDE + FRAME);
		if (!confirmed) return;
		// pale colors are seen on a pale background too
		g.setColor(getForeground());
		g.setStroke(THIN);
		g.drawRect(x - FRAME - 1, y - FRAME - 1, SIDE + 2 * FRAME + 1, SIDE + 2 *
			FRAME + 1);
	}

	/** Read on any picture. */
	private void badge(final Graphics2D g, final int x, final int y) {
		g.setFont(bold);
		final String text = "next";
		final int width = g.getFontMetrics().stringWidth(text) + 6;
		g.setColor(Color.WHITE);
		g.fillRect(x + SIDE - width, y, width, LINE);
		g.setColor(Color.BLACK);
		g.drawString(text, x + SIDE - width + 3, y + LINE - 3);
		g.setColor(getForeground());
	}

	/** The ending is shown whole. */
	private void line(final Graphics2D g, final String text, final String end,
		final Font font, final int baseline)
	{
		g.setFont(font);
		final FontMetrics metrics = g.getFontMetrics();
		g.drawString(Pictured.fitting(metrics, text, getWidth() - 2 * MARGIN -
			metrics.stringWidth(end)) + end, MARGIN, baseline);
	}
}
