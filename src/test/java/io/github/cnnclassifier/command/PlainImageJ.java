
package io.github.cnnclassifier.command;

import java.nio.file.Path;

import org.scijava.Context;
import org.scijava.module.Module;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import io.github.cnnclassifier.launch.Commands;
import io.github.cnnclassifier.launch.PlainRunner;

/** Runs commands in ImageJ without a display, as a macro's run() does. */
final class PlainImageJ {

	static final Path SAMPLES = Path.of("sample-images");
	static final Path DIGITS = SAMPLES.resolve("digits");
	static final Path CELLS = SAMPLES.resolve("cells");

	private static final String DOOR =
		"io.github.cnnclassifier.launch.CommandLauncher";

	private PlainImageJ() {}

	static void run(final Commands command, final String options) {
		withOptions(options, () -> IJ.runPlugIn(DOOR, command.key()));
	}

	/** With the image as the current one. */
	static void run(final Commands command, final ImagePlus image,
		final String options)
	{
		WindowManager.setTempCurrentImage(image);
		try {
			run(command, options);
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
	}

	/** The same, for the outputs. */
	static Module module(final Commands command, final ImagePlus image,
		final String options)
	{
		final Module[] module = new Module[1];
		WindowManager.setTempCurrentImage(image);
		try (Context context = new Context()) {
			withOptions(options, () -> module[0] = PlainRunner.run(context, command
				.className()));
		}
		finally {
			WindowManager.setTempCurrentImage(null);
		}
		return module[0];
	}

	static ImagePlus digit(final int digit) {
		return IJ.openImage(DIGITS.resolve(digit + "/" + digit + "_000.png")
			.toString());
	}

	static ImagePlus cell() {
		return IJ.openImage(CELLS.resolve("mitotic/mitotic_000.tif").toString());
	}

	/** ImageJ keeps options for threads of its own naming only. */
	private static void withOptions(final String options, final Runnable run) {
		final Thread thread = Thread.currentThread();
		final String name = thread.getName();
		if (!name.startsWith("Run$_")) thread.setName("Run$_" + name);
		Macro.setOptions(options);
		try {
			run.run();
		}
		finally {
			Macro.setOptions(null);
			thread.setName(name);
		}
	}
}
