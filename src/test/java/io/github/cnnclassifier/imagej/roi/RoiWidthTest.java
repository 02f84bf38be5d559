
package io.github.cnnclassifier.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.cnnclassifier.report.ClassColors;

/**
 * Outlines of the user that are drawn wider for as long as they have a class.
 */
class RoiWidthTest {

	@Test
	void anOutlineWithoutAWidthStandsOutUntilItsClassIsTakenBack() {
		final ImagePlus image = IJ.createImage("field", "8-bit", 60, 60, 1);
		final Roi cell = new Roi(5, 5, 20, 20);
		final RoiLook look = RoiLook.ofClass(cell, "round-0001", 0, ClassColors.of(
			0, 2));
		RoiMark.before(cell, "round", look, false).writeTo(cell);
		look.giveTo(cell, new RoiGroups());
		RoiWidth.widen(cell);
		assertEquals(2, cell.getStrokeWidth());
		image.setOverlay(new Overlay(cell));
		assertEquals(1, RestoredRois.in(image));
		assertNull(cell.getStroke());
	}

	@Test
	void aWidthOfTheUserStays() {
		final Roi cell = new Roi(5, 5, 20, 20);
		cell.setStrokeWidth(5f);
		RoiWidth.widen(cell);
		assertEquals(5, cell.getStrokeWidth());
		RoiWidth.restore(cell);
		assertEquals(5, cell.getStrokeWidth());
		final Roi other = new Roi(5, 5, 20, 20);
		RoiWidth.widen(other);
		other.setStrokeWidth(7f);
		RoiWidth.restore(other);
		assertEquals(7, other.getStrokeWidth());
		final Roi line = new Line(1, 1, 9, 9);
		RoiWidth.widen(line);
		assertNull(line.getStroke());
	}
}
