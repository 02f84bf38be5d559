
package io.github.cnnclassifier.ui.label;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import ij.gui.Roi;
import io.github.cnnclassifier.image.Region;
import io.github.cnnclassifier.image.RegionOfInterest;
import io.github.cnnclassifier.imagej.Drawing;
import io.github.cnnclassifier.imagej.ImagePlusAdapter;
import io.github.cnnclassifier.imagej.Plane;
import io.github.cnnclassifier.report.MatrixShade;
import io.github.cnnclassifier.workflow.label.CropState;

/**
 * Draws the classes of crops over their image: one element of the overlay for
 * all of them, as lines on the screen keep their width at any zoom, and tens of
 * thousands of elements would be slow. It has no area, so that nothing takes it
 * for a region.
 */
final class CellMarks extends Roi {

	private static final long serialVersionUID = 1L;

	private static final Color HALO = new Color(0, 0, 0, 170);
	private static final Color CHOSEN = Color.WHITE;
	private static final Stroke SOLID = LabelStrokes.confirmed(2.5f);
	private static final Stroke DASHED = LabelStrokes.predicted(2.5f);
	private static final Stroke WIDE = LabelStrokes.confirmed(5);
	private static final Stroke THIN = LabelStrokes.confirmed(1);
	private static final Font FONT = new Font(Font.SANS_SERIF, Font.BOLD, 12);
	/** Smaller ones, on the screen, would be hidden by their text. */
	private static final int LEAST_WITH_TEXT = 22;
	private static final int TEXT_HEIGHT = 15;
	private static final int RING = 5;

	private final transient ImageCrops crops;
	private final transient CropGrid grid;

	CellMarks(final ImageCrops crops, final CropGrid grid) {
		super(0, 0, 0, 0);
		this.crops = crops;
		this.grid = grid;
		setName("Labels");
		Drawing.markLabel(this);
	}

	@Override
	public boolean contains(final int x, final int y) {
		return false;
	}

	@Override
	public void draw(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
			RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		final Rectangle view = view();
		final AffineTransform onScreen = AffineTransform.getScaleInstance(
			getMagnification(), getMagnification());
		onScreen.translate(-view.x, -view.y);
		final Plane plane = ImagePlusAdapter.currentPlane(crops.image());
		final int[] shown = IntStream.range(0, crops.regions().size()).filter(
			i -> isOn(plane, crops.regions().get(i)) && view.intersects(box(crops
				.regions().get(i)))).toArray();
		for (final int crop : shown)
			outline(g, crop, onScreen.createTransformedShape(crops.outlines().get(
				crop)));
		// no outline hides a key
		for (final int crop : shown)
			text(g, crop, onScreen.createTransformedShape(box(crops.regions().get(
				crop))).getBounds());
		final Set<Integer> chosen = Arrays.stream(grid.selected()).boxed().collect(
			Collectors.toSet());
		for (final int crop : shown)
			if (chosen.contains(crop)) ring(g, onScreen.createTransformedShape(box(
				crops.regions().get(crop))).getBounds());
		g.dispose();
	}

	private static boolean isOn(final Plane plane,
		final RegionOfInterest region)
	{
		return region.slice() == plane.slice() && region.frame() == plane.frame();
	}

	/** The part of the image that is shown; a flattened one is whole. */
	private Rectangle view() {
		return ic == null || ic.getSrcRect().isEmpty() ? new Rectangle(crops.image()
			.getWidth(), crops.image().getHeight()) : ic.getSrcRect();
	}

	private static Rectangle box(final RegionOfInterest region) {
		final Region bounds = region.bounds();
		return new Rectangle(bounds.x(), bounds.y(), bounds.width(), bounds
			.height());
	}

	private void outline(final Graphics2D g, final int crop,
		final Shape outline)
	{
		final CropState state = grid.session().state(crop);
		final Optional<String> label = state.shown();
		g.setColor(HALO);
		g.setStroke(label.isPresent() ? WIDE : SOLID);
		g.draw(outline);
		g.setColor(label.map(grid.looks()::color).orElse(CHOSEN));
		g.setStroke(label.isEmpty() ? THIN : state.confirmed().isPresent() ? SOLID
			: DASHED);
		g.draw(outline);
	}

	/** The key of the class, with a question mark if it is predicted. */
	private void text(final Graphics2D g, final int crop, final Rectangle box) {
		final CropState state = grid.session().state(crop);
		if (state.shown().isEmpty() || box.width < LEAST_WITH_TEXT ||
			box.height < LEAST_WITH_TEXT) return;
		final String label = state.shown().get();
		final String key = grid.looks().key(label);
		final String text = (key.isEmpty() ? label : key) + (state.confirmed()
			.isPresent() ? "" : "?");
		g.setFont(FONT);
		final int width = g.getFontMetrics().stringWidth(text) + 6;
		g.setColor(grid.looks().color(label));
		g.fillRect(box.x, box.y, width, TEXT_HEIGHT);
		g.setColor(MatrixShade.ink(grid.looks().color(label)));
		g.drawString(text, box.x + 3, box.y + TEXT_HEIGHT - 3);
	}

	/** Around what is selected, in white on black, for images of any kind. */
	private static void ring(final Graphics2D g, final Rectangle box) {
		final Rectangle ring = new Rectangle(box);
		ring.grow(RING, RING);
		g.setColor(HALO);
		g.setStroke(WIDE);
		g.draw(ring);
		g.setColor(CHOSEN);
		g.setStroke(SOLID);
		g.draw(ring);
	}
}
