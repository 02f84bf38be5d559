
package io.github.cnnclassifier.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.List;

import javax.swing.JComboBox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.widget.DefaultWidgetModel;
import org.scijava.widget.InputPanel;
import org.scijava.widget.WidgetModel;

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

	@Test
	void fijiListsThemToo() throws ModuleException {
		try (Context context = new Context(CommandService.class)) {
			final Module module = context.service(CommandService.class).getCommand(
				Commands.CLASSIFY_ROIS.className()).createModule();
			final TitleWidget widget = new TitleWidget();
			final WidgetModel labels = model(context, module, "labels");
			assertTrue(widget.supports(labels));
			assertFalse(widget.supports(model(context, module, "channels")));
			widget.set(labels);
			assertEquals("", widget.getValue());
			final JComboBox<?> titles = (JComboBox<?>) widget.getComponent()
				.getComponent(0);
			assertEquals(3, titles.getItemCount());
			titles.setSelectedItem("labels");
			assertEquals("labels", module.getInput("labels"));
		}
	}

	private static WidgetModel model(final Context context, final Module module,
		final String name)
	{
		return new DefaultWidgetModel(context, panel(), module, module.getInfo()
			.getInput(name), List.of());
	}

	/** Of the user interface of Fiji, which is made of such panels too. */
	private static InputPanel<?, ?> panel() {
		return (InputPanel<?, ?>) Proxy.newProxyInstance(LabelImagesTest.class
			.getClassLoader(), new Class<?>[] { InputPanel.class }, (proxy, method,
				arguments) -> "supports".equals(method.getName()) ? true : null);
	}
}
