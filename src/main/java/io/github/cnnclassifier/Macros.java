
package io.github.cnnclassifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.imagej.MeantImage;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;
import io.github.cnnclassifier.workflow.Versions;

/**
 * Questions that macros ask with
 * {@code call("io.github.cnnclassifier.Macros.classes", "digits")}. The names
 * are permanent, and texts are all that goes in and out.
 * <p>
 * The model that was asked last stays open, so that a loop over many images is
 * fast. What goes wrong stops the macro, with the reason in the log and, on a
 * display, in a dialog; a caller without macro and display gets the
 * {@link UserFailure}. Thread-safe.
 */
public final class Macros {

	private static final String TITLE = "CNN Classifier";

	private static CnnClassifier classifier;
	private static String opened;
	private static Answer last;

	private Macros() {}

	/** @return for instance "0.1.0" */
	public static String version() {
		return Versions.program();
	}

	/**
	 * @param model a model file, or "digits"
	 * @return the classes in the order of the model, each on a line
	 */
	public static String classes(final String model) {
		return told(() -> String.join("\n", classifier(model).classes()));
	}

	/**
	 * Classifies the current image, whatever is selected on it; of a stack as
	 * <i>Classify Image with CNN...</i> does without further keys. Writes neither
	 * on the image nor into a table.
	 *
	 * @param model a model file, or "digits"
	 * @return class, tab, confidence with 4 decimals
	 */
	public static String classifyImage(final String model) {
		return told(() -> line(classifier(model).classify(current())));
	}

	/**
	 * Classifies the bounding box of the selection on the current image.
	 *
	 * @param model a model file, or "digits"
	 * @return class, tab, confidence with 4 decimals
	 */
	public static String classifySelection(final String model) {
		return told(() -> {
			final ImagePlus image = current();
			if (image.getRoi() == null) throw new UserFailure(
				"Expected a selection on '" + image.getTitle() +
					"', found none. Make one, for instance with makeRectangle.");
			return line(classifier(model).classify(image, image.getRoi()));
		});
	}

	/**
	 * Classifies an image file without opening a window.
	 *
	 * @param model a model file, or "digits"
	 * @param file the image
	 * @return class, tab, confidence with 4 decimals
	 */
	public static String classifyFile(final String model, final String file) {
		return told(() -> line(classifier(model).classify(read(file))));
	}

	/**
	 * @param className a class of the model
	 * @return its probability, with 4 decimals, for the image or region that was
	 *         classified last by a method of this class
	 */
	public static String probability(final String className) {
		return told(() -> {
			if (last == null) throw new WrongUsage(
				"Expected an image that was classified before, found none. Call " +
					"classifyImage, classifySelection or classifyFile first.");
			return decimals(last.probability(className));
		});
	}

	/**
	 * Frees the memory of the model that stayed open. The next question opens it
	 * again.
	 *
	 * @return an empty text
	 */
	public static synchronized String close() {
		if (classifier != null) classifier.close();
		classifier = null;
		opened = null;
		return "";
	}

	private static synchronized String told(final Supplier<String> answer) {
		try {
			return answer.get();
		}
		catch (final UserFailure failure) {
			Hosts.fail(TITLE, failure);
			return "";
		}
	}

	private static CnnClassifier classifier(final String model) {
		final String version = version(model);
		if (!version.equals(opened)) {
			close();
			classifier = CnnClassifier.open(model);
			opened = version;
		}
		return classifier;
	}

	/** Another one for each content: a model may be trained anew meanwhile. */
	private static String version(final String model) {
		try {
			final Path file = Path.of(model);
			return Files.isRegularFile(file) ? file.toAbsolutePath() + " " + Files
				.getLastModifiedTime(file) + " " + Files.size(file) : model;
		}
		catch (final IOException | InvalidPathException e) {
			// opening the model will tell what is wrong
			return model;
		}
	}

	private static ImagePlus current() {
		return MeantImage.of(WindowManager.getCurrentImage());
	}

	private static ImagePlus read(final String file) {
		return ImageJImageReader.openOrFail(file, IJ::log);
	}

	private static String line(final Answer answer) {
		last = answer;
		return answer.className() + "\t" + decimals(answer.confidence());
	}

	private static String decimals(final float value) {
		return String.format(Locale.ROOT, "%.4f", value);
	}
}
