
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.cnnclassifier.model.ClassLabels;
import io.github.cnnclassifier.model.Prediction;
import io.github.cnnclassifier.model.Threshold;
import io.github.cnnclassifier.report.ClassColors;

/** The class that is written on an image. */
class LabelOverlayTest {

	private static final ClassLabels LABELS = new ClassLabels(List.of("dead",
		"alive"));
	private static final Prediction DEAD = new Prediction(new float[] { 0.7f,
		0.3f });
	private static final Prediction ALIVE = new Prediction(new float[] { 0.2f,
		0.8f });

	private static ImagePlus image(final int channels, final int slices,
		final int frames)
	{
		return IJ.createHyperStack("x", 200, 100, channels, slices, frames, 8);
	}

	private static void show(final ImagePlus image,
		final Prediction... predictions)
	{
		show(image, ImagePlusAdapter.planes(image), predictions);
	}

	private static void show(final ImagePlus image, final List<Plane> planes,
		final Prediction... predictions)
	{
		LabelOverlay.show(image, planes, LABELS, new Threshold(0.75), Arrays.asList(
			predictions));
	}

	/** What ImageJ draws while it shows a channel, slice and frame. */
	private static String shown(final ImagePlus image, final int channel,
		final int slice, final int frame)
	{
		final Overlay overlay = image.getOverlay();
		final int index = image.getStackIndex(channel, slice, frame);
		return IntStream.range(0, overlay.size()).mapToObj(overlay::get).filter(
			roi -> image.isHyperStack() ? fits(roi.getCPosition(), channel) && fits(
				roi.getZPosition(), slice) && fits(roi.getTPosition(), frame) : image
					.getStackSize() == 1 || fits(roi.getPosition(), index)).map(
						roi -> roi instanceof TextRoi text ? text.getText().strip() : roi
							.getName()).collect(Collectors.joining("+"));
	}

	private static boolean fits(final int position, final int current) {
		return position == 0 || position == current;
	}

	@Test
	void theColorIsThatOfTheClassAndTheTextCanBeReadOnIt() {
		final ImagePlus image = image(1, 2, 1);
		show(image, ALIVE, DEAD);
		final Overlay overlay = image.getOverlay();
		assertEquals("alive (0.80)", shown(image, 1, 1, 1));
		assertEquals(ClassColors.of(1, 2), overlay.get(0).getFillColor());
		assertEquals(Color.BLACK, overlay.get(0).getStrokeColor());
		assertEquals("unknown (0.70)", shown(image, 1, 2, 1));
		assertEquals(ClassColors.UNKNOWN, overlay.get(1).getFillColor());
		LabelOverlay.show(image, List.of(new Plane(1, 1)), LABELS, Threshold.NONE,
			List.of(DEAD));
		assertEquals(Color.WHITE, overlay.get(1).getStrokeColor());
	}

	@Test
	void everyPlaneOfAHyperstackHasItsOwnInAllChannels() {
		final ImagePlus image = image(3, 2, 2);
		show(image, ALIVE, DEAD, ALIVE, DEAD);
		assertEquals(4, image.getOverlay().size());
		for (int channel = 1; channel <= 3; channel++) {
			assertEquals("alive (0.80)", shown(image, channel, 1, 2));
			assertEquals("unknown (0.70)", shown(image, channel, 2, 1));
		}
	}

	@Test
	void aLegendInTheSameCornerIsBelowIt() {
		final ImagePlus image = image(1, 1, 1);
		final Overlay overlay = new Overlay();
		final Roi legend = new Roi(0, 0, 40, 20);
		Drawing.markLegend(legend);
		overlay.add(legend);
		image.setOverlay(overlay);
		show(image, ALIVE);
		final Roi label = Arrays.stream(image.getOverlay().toArray()).filter(
			LabelOverlay::isLabel).findFirst().orElseThrow();
		assertFalse(legend.getBounds().intersects(label.getBounds()), label
			.getBounds() + " " + legend.getBounds());
		show(image, DEAD);
		assertFalse(legend.getBounds().intersects(label.getBounds()));
	}

	@Test
	void oneOfACompositeIsSeenInAllChannels() {
		final ImagePlus image = new CompositeImage(image(2, 1, 1),
			CompositeImage.COMPOSITE);
		show(image, ALIVE);
		assertEquals("alive (0.80)", shown(image, 1, 1, 1));
		assertEquals("alive (0.80)", shown(image, 2, 1, 1));
	}

	@Test
	void theLabelOfAPlaneIsReplacedWhereItIsAndTheOthersStay() {
		final ImagePlus image = image(1, 3, 1);
		show(image, ALIVE, ALIVE, ALIVE);
		show(image, List.of(new Plane(2, 1)), DEAD);
		assertEquals("alive (0.80)", shown(image, 1, 1, 1));
		assertEquals("unknown (0.70)", shown(image, 1, 2, 1));
		assertEquals("alive (0.80)", shown(image, 1, 3, 1));
	}

	@Test
	void theLabelOfAWholeStackAndThoseOfItsPlanesExcludeEachOther() {
		final ImagePlus image = image(1, 2, 1);
		show(image, ALIVE, ALIVE);
		show(image, List.of(Plane.ALL), DEAD);
		assertEquals("unknown (0.70)", shown(image, 1, 2, 1));
		assertEquals(1, image.getOverlay().size());
		show(image, List.of(new Plane(2, 1)), ALIVE);
		assertEquals("", shown(image, 1, 1, 1));
		assertEquals("alive (0.80)", shown(image, 1, 2, 1));
	}

	@Test
	void othersStayWhenOursAreTakenAway() {
		final ImagePlus image = image(1, 2, 1);
		final Overlay own = new Overlay(new Roi(1, 1, 2, 2));
		final TextRoi remark = new TextRoi(0, 0, "alive");
		own.add(remark);
		own.drawNames(true);
		image.setOverlay(own);
		show(image, ALIVE, DEAD);
		assertEquals(4, image.getOverlay().size());
		LabelOverlay.remove(image, ImagePlusAdapter.planes(image));
		assertSame(own, image.getOverlay());
		assertEquals(2, own.size());
		assertSame(remark, own.get(1));
		assertTrue(own.getDrawNames());
	}

	@Test
	void anOverlayOfOursAloneDisappears() {
		final ImagePlus image = image(1, 1, 1);
		LabelOverlay.remove(image, List.of(new Plane(1, 1)));
		assertNull(image.getOverlay());
		show(image, ALIVE);
		LabelOverlay.remove(image, List.of(new Plane(1, 1)));
		assertNull(image.getOverlay());
	}

	@Test
	void theTextIsNotWiderThanTheImage() {
		for (final int width : new TreeSet<>(List.of(12, 28, 64, 200, 3000))) {
			final ImagePlus image = IJ.createImage("x", "8-bit", width, 64, 1);
			LabelOverlay.show(image, List.of(new Plane(1, 1)), LABELS, Threshold.NONE,
				List.of(ALIVE));
			assertTrue(image.getOverlay().get(0).getFloatWidth() <= width + 3, image
				.getOverlay().get(0).getFloatWidth() + " of " + width);
		}
	}

	/** Letters are of different widths. */
	@Test
	void aNameOfWideLettersIsNotCutOffBySmallImages() {
		for (final String name : List.of("unknown", "mammoths", "WWWW")) {
			final ImagePlus image = IJ.createImage("x", "8-bit", 28, 28, 1);
			LabelOverlay.show(image, List.of(new Plane(1, 1)), new ClassLabels(List
				.of(name, "other")), Threshold.NONE, List.of(new Prediction(
					new float[] { 1, 0 })));
			assertTrue(image.getOverlay().get(0).getFloatWidth() <= 28, name + ": " +
				image.getOverlay().get(0).getFloatWidth());
		}
	}

	private static float letters(final int width, final int height,
		final String name)
	{
		final ImagePlus image = IJ.createImage("x", "8-bit", width, height, 1);
		LabelOverlay.show(image, List.of(new Plane(1, 1)), new ClassLabels(List.of(
			name, "other")), Threshold.NONE, List.of(new Prediction(new float[] { 1,
				0 })));
		final TextRoi text = (TextRoi) image.getOverlay().get(0);
		assertTrue(text.getFloatWidth() <= width, name + ": " + text
			.getFloatWidth());
		return text.getCurrentFont().getSize();
	}

	@Test
	void itCanBeReadWhereALargeImageIsOnTheScreenAsAWhole() {
		assertTrue(letters(8000, 8000, "alive") * 640 / 8000 >= 14);
		assertTrue(letters(8000, 1000, "alive") * 1300 / 8000 >= 14);
		assertTrue(letters(3000, 2000, "alive") * 640 / 2000 >= 14);
	}

	@Test
	void itHidesAtMostATenthOfASmallImage() {
		for (final String name : List.of("7", "unknown", "neutrophil",
			"segmented neutrophil"))
			for (final int side : List.of(28, 64, 100)) {
				final float size = letters(side, side, name);
				final ImagePlus image = IJ.createImage("x", "8-bit", side, side, 1);
				LabelOverlay.show(image, List.of(new Plane(1, 1)), new ClassLabels(List
					.of(name, "other")), Threshold.NONE, List.of(new Prediction(
						new float[] { 1, 0 })));
				final java.awt.Rectangle label = image.getOverlay().get(0).getBounds();
				// of the longest names on the smallest images a little more
				assertTrue(label.width * label.height * (size <= 2 ? 6 : 10) <= side *
					side, name + " on " + side + ": " + label + " in " + size);
			}
	}

	@Test
	void aLongNameFitsTheSmallestImageWhole() {
		letters(28, 28, "segmented neutrophil");
	}
}
