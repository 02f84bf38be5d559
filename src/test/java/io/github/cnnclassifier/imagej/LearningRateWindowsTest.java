
package io.github.cnnclassifier.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.measure.ResultsTable;
import io.github.cnnclassifier.training.LearningRateCurve;
import io.github.cnnclassifier.training.LearningRateCurve.Point;

class LearningRateWindowsTest {

	private static ResultsTable table(final Point... points) {
		return LearningRateWindows.curve(new CommandTables(false), "cells",
			new LearningRateCurve(List.of(points)));
	}

	@Test
	void smallRatesAreShownAndRead() {
		final ResultsTable table = table(new Point(1.234e-6, 2.3), new Point(0.5,
			1.25));
		assertEquals("1.23E-6", table.getStringValue("learning_rate", 0));
		assertEquals(1.234e-6, table.getValue("learning_rate", 0), 0);
		assertEquals("5.00E-1", table.getStringValue("learning_rate", 1));
		assertEquals("1.2500", table.getStringValue("loss", 1));
	}

	@Test
	void aSearchWithoutAnyStepIsAnEmptyTable() {
		assertEquals(0, table().size());
	}
}
