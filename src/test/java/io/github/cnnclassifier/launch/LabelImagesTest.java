
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Plot;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import io.github.cnnclassifier.imagej.Drawing;

/** Label images are chosen among the open images. */
class LabelImagesTest {

	@BeforeEach
	void openImagesWithoutWindows() {
		Interpreter.batchMode = true;
		opened(new ImagePlus("cells", new ByteProcessor(4, 4)));
		opened(new ImagePlus("labels", new ByteProcessor(4, 4)));
		opened(new ImagePlus("labels", new ByteProcessor(4, 4)));
		opened(new ImagePlus("photo", new ColorProcessor(4, 4)));
		final ImagePlus map = new ImagePlus("map", new ByteProcessor(4, 4));
		Drawing.markImage(map, "map");
		opened(map);
		final ImagePlus plot = new ImagePlus("plot", new ByteProcessor(4, 4));
		plot.setProperty(Plot.PROPERTY_KEY, "the plot");
		opened(plot);
	}

	@AfterEach
	void closeAll() {
		for (final String title : WindowManager.getImageTitles()) {
			Interpreter.removeBatchModeImage(WindowManager.getImage(title));
		}
		Interpreter.batchMode = false;
		WindowManager.setTempCurrentImage(null);
	}

	private static void opened(final ImagePlus image) {
		Interpreter.addBatchModeImage(image);
	}

	@Test
	void colorImagesPlotsAndMapsAreNone() {
		assertEquals(List.of("", "cells", "labels"), List.of(LabelImages.titles()));
		assertEquals(List.of("", "cells", "labels", "photo"), List.of(LabelImages
			.ofAllImages()));
	}
}
