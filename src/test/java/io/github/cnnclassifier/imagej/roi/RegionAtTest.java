
package io.github.cnnclassifier.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Shape;
import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.ByteProcessor;
import ij.process.ShortProcessor;
import io.github.cnnclassifier.image.RegionOfInterest;

/** Where regions are, for who clicks at them and who draws them. */
class RegionAtTest {

	private final ImagePlus image = new ImagePlus("field", new ByteProcessor(100,
		80));

	private FoundRegions found(final Roi... rois) {
		return RegionSource.of(image, List.of(rois));
	}

	private static OptionalInt at(final FoundRegions found, final int x,
		final int y)
	{
		return RegionAt.of(found.regions(), x, y, 1, 1);
	}

	@Test
	void theRegionUnderAPixelIsFoundAndNotItsBox() {
		final FoundRegions found = found(new OvalRoi(10, 10, 20, 20), new Roi(50,
			50, 10, 10));
		assertEquals(OptionalInt.of(0), at(found, 20, 20));
		assertEquals(OptionalInt.empty(), at(found, 10, 10));
		assertEquals(OptionalInt.of(1), at(found, 59, 59));
		assertEquals(OptionalInt.empty(), at(found, 60, 59));
	}

	@Test
	void ofNestedRegionsTheInnerOneIsFound() {
		final FoundRegions found = found(new Roi(5, 5, 10, 10), new Roi(0, 0, 50,
			50), new Roi(7, 7, 2, 2));
		assertEquals(OptionalInt.of(2), at(found, 7, 7));
		assertEquals(OptionalInt.of(0), at(found, 6, 6));
		assertEquals(OptionalInt.of(1), at(found, 40, 40));
	}

	@Test
	void regionsOfOtherPlanesAreNotFound() {
		final FoundRegions found = found(new Roi(5, 5, 10, 10));
		assertEquals(OptionalInt.empty(), RegionAt.of(found.regions(), 7, 7, 2, 1));
		assertEquals(OptionalInt.empty(), RegionAt.of(found.regions(), 7, 7, 1, 2));
	}

	@Test
	void outlinesHaveThePixelsOfTheirRegions() {
		final ShapeRoi ring = new ShapeRoi(new OvalRoi(20, 30, 24, 24)).not(
			new ShapeRoi(new OvalRoi(26, 36, 12, 12)));
		covers(found(new Roi(3, 4, 10, 6), new OvalRoi(50, 10, 20, 14), ring));
	}

	@Test
	void outlinesOfALabelImageToo() {
		final ShortProcessor labels = new ShortProcessor(100, 80);
		labels.setValue(7);
		labels.fill(new OvalRoi(10, 10, 15, 9));
		labels.setValue(300);
		labels.fill(new Roi(60, 40, 5, 5));
		labels.putPixel(80, 70, 300);
		covers(LabelRegions.of(image, new ImagePlus("labels", labels)));
	}

	@Test
	void unusableRoisLeaveTheOthersTheirOutlines() {
		final FoundRegions found = found(new Roi(200, 200, 5, 5), new Roi(3, 4, 10,
			6));
		final List<Shape> outlines = RegionShapes.of(image, found);
		assertEquals(1, outlines.size());
		assertTrue(outlines.get(0).contains(5, 6));
	}

	/** In the middle of each pixel. */
	private void covers(final FoundRegions found) {
		final List<Shape> outlines = RegionShapes.of(image, found);
		assertEquals(found.regions().size(), outlines.size());
		for (int i = 0; i < outlines.size(); i++) {
			final RegionOfInterest region = found.regions().get(i);
			int different = 0;
			int all = 0;
			for (int y = 0; y < image.getHeight(); y++) {
				for (int x = 0; x < image.getWidth(); x++) {
					final boolean inside = region.contains(x, y);
					if (inside) all++;
					if (inside != outlines.get(i).contains(x + 0.5, y + 0.5)) different++;
				}
			}
			assertFalse(different > all / 8, region.name() + ": " + different +
				" of " + all);
		}
	}
}
