
package io.github.cnnclassifier.launch;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.measure.ResultsTable;

/**
 * Runs commands as a macro would, in a Java process that has nothing but ij.jar
 * on its class path: the plugin must be found in the folder that the property
 * plugins.dir names. What ImageJ logs is on standard output.
 */
public final class BareImageJ {

	private static final String DOOR =
		"io.github.cnnclassifier.launch.CommandLauncher";

	private BareImageJ() {}

	/**
	 * @param args a folder of labeled images, the model file to write, and an
	 *          image to classify; or only the version of a Java to pretend
	 */
	public static void main(final String[] args) {
		// only threads of such a name have macro options
		Thread.currentThread().setName("Run$_bare");
		if (args.length == 1) {
			System.setProperty("java.version", args[0]);
			run("info", "");
			return;
		}
		run("train", "images=[" + args[0] + "] model=[" + args[1] +
			"] network=tiny epochs=10 batchsize=8 seed=1");
		final ImagePlus image = IJ.openImage(args[2]);
		WindowManager.setTempCurrentImage(image);
		run("classify-image", "model=[" + args[1] + "]");
		final ResultsTable table = ResultsTable.getResultsTable();
		IJ.log("class=" + table.getStringValue("class", table.size() - 1) +
			" overlay=" + image.getOverlay().size());
	}

	private static void run(final String command, final String options) {
		Macro.setOptions(options);
		final Object launcher = IJ.runPlugIn(DOOR, command);
		if (launcher == null) throw new AssertionError("Not found: " + DOOR);
		final ClassLoader loader = launcher.getClass().getClassLoader();
		if (loader == BareImageJ.class.getClassLoader()) throw new AssertionError(
			"The plugin must not be on the class path");
	}
}
