
package io.github.cnnclassifier.launch;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.scijava.plugin.Plugin;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * Every command that is in the menus. The key is permanent: plugins.config and
 * the start script say it. Menu and label stand in the annotation of the
 * command's class.
 */
public enum Commands {

		/** Tells what there is to know of training images. */
		INSPECT("inspect", "InspectCommand", "images=DIR output=DIR",
			"look at images before training"),

		/** Trains a classifier. */
		TRAIN("train", "TrainCommand", "images=DIR model=FILE.zip",
			"learn from labeled images"),

		/** Goes on with a training that was interrupted. */
		RESUME("resume", "ResumeCommand", "model=FILE.zip",
			"go on with a training that was interrupted"),
		/** Looks for a learning rate. */
		FIND_LEARNING_RATE("find-learning-rate", "FindLearningRateCommand",
			"images=DIR output=DIR", "a learning rate that suits the images"),
		/** Searches for better settings of a training. */
		TUNE("tune", "TuneCommand", "images=DIR output=DIR minutes=20",
			"better settings of a training"),

		/** Measures a classifier. */
		EVALUATE("evaluate", "EvaluateCommand",
			"images=DIR model=FILE.zip output=DIR", "figures and a report"),

		/** Fits the confidence of a finished classifier. */
		CALIBRATE("calibrate", "CalibrateCommand",
			"images=DIR model=FILE.zip output=FILE.zip",
			"confidence that means something, for a finished model"),

		/** Compares two classifiers. */
		COMPARE("compare", "CompareCommand",
			"images=DIR model=FILE.zip other=FILE.zip output=DIR",
			"which of two models is better"),

		/** Measures training, fold by fold. */
		CROSS_VALIDATE("cross-validate", "CrossValidateCommand",
			"images=DIR output=DIR", "how good training is, fold by fold"),

		/** Finds labels that are likely wrong. */
		FIND_WRONG_LABELS("find-wrong-labels", "FindWrongLabelsCommand",
			"predictions=FILE.csv output=DIR", "labels that are worth a look"),
		/** Shows the images behind the numbers of an evaluation. */
		BROWSE("browse", "BrowseCommand", "predictions=FILE.csv images=DIR",
			"the images behind the numbers"),

		/** Moves corrected images into the folders of their classes. */
		APPLY_CORRECTIONS("apply-corrections", "ApplyCorrectionsCommand",
			"images=DIR", "move corrected images to their classes"),
		/** Measures training, number of images by number of images. */
		LEARNING_CURVE("learning-curve", "LearningCurveCommand",
			"images=DIR output=DIR", "what more images would bring"),

		/** Classifies the open image. */
		CLASSIFY_IMAGE("classify-image", "ClassifyImageCommand",
			"image=FILE model=FILE.zip", ""),

		/** Classifies the ROIs of the open image. */
		CLASSIFY_ROIS("classify-rois", "ClassifyRoisCommand",
			"image=FILE rois=FILE.zip model=FILE.zip output=FILE.csv", ""),

		/** Gives classified ROIs back what they had before. */
		UNDO_CLASSIFY_ROIS("undo-classify-rois", "UndoClassifyRoisCommand"),

		/** Gives every pixel of the open image a class. */
		MAP_CLASSES("map-classes", "MapClassesCommand",
			"image=FILE model=FILE.zip output=FILE.tif", "a class for each pixel"),

		/** Classifies all images of a folder. */
		CLASSIFY_FOLDER("classify-folder", "ClassifyFolderCommand",
			"images=DIR model=FILE.zip output=FILE.csv", ""),

		/** Shows what the network sees. */
		PREPROCESS("preprocess", "PreprocessImageCommand",
			"image=FILE model=FILE.zip output=FILE.tif", ""),

		/** Shows what the network looked at. */
		HEAT_MAP("heat-map", "HeatMapCommand",
			"image=FILE model=FILE.zip output=FILE.tif",
			"what the network looked at"),

		/** Saves regions as training images. */
		SAVE_ROIS("save-rois", "SaveRoisCommand",
			"image=FILE rois=FILE.zip output=DIR", "regions as training images"),

		/** Shows what random changes make of the open image. */
		PREVIEW_AUGMENTATION("preview-augmentation", "PreviewAugmentationCommand",
			"image=FILE augmentation=NAME output=FILE.tif", ""),

		/** Describes a model file. */
		INFO("info", "InfoCommand", "model=FILE.zip", ""),

		/** Fetches a public data set. */
		FETCH("fetch", "FetchCommand", "name=mnist output=DIR",
			"labeled images to try on"),

		/** Opens a handwritten digit. */
		DIGIT_SAMPLE("digit-sample", "DigitSampleCommand");

	private static final String PACKAGE = "io.github.cnnclassifier.command.";

	private final String key;
	private final String simpleName;
	private final String example;
	private final String purpose;

	/** One that only changes what ImageJ shows. */
	Commands(final String key, final String simpleName) {
		this(key, simpleName, "", "");
	}

	Commands(final String key, final String simpleName, final String example,
		final String purpose)
	{
		this.key = key;
		this.simpleName = simpleName;
		this.example = example;
		this.purpose = purpose;
	}

	/** @return for instance "train" */
	public String key() {
		return key;
	}

	/** @return whether the start script runs it */
	public boolean isForTheStartScript() {
		return !example.isEmpty();
	}

	/** @return keys and values as the usage of the start script shows them */
	public String example() {
		return example;
	}

	/** @return what it is for, in a few words; may be empty */
	public String purpose() {
		return purpose;
	}

	/** @return the menu, levels separated by &gt; */
	public String menu() {
		final String path = menuPath();
		return path.substring(0, path.lastIndexOf('>'));
	}

	/** @return the text in the menu, and the first argument of run() */
	public String label() {
		final String path = menuPath();
		return path.substring(path.lastIndexOf('>') + 1);
	}

	private String menuPath() {
		try {
			return Class.forName(className()).getAnnotation(Plugin.class).menuPath();
		}
		catch (final ClassNotFoundException e) {
			throw new IllegalStateException(e);
		}
	}

	/** @return the full name of the command's class */
	public String className() {
		return PACKAGE + simpleName;
	}

	/**
	 * @param key as in {@link #key()}
	 * @return the command
	 * @throws WrongUsage if there is none
	 */
	public static Commands of(final String key) {
		return Arrays.stream(values()).filter(c -> c.key.equals(key)).findFirst()
			.orElseThrow(() -> new WrongUsage("Expected one of the commands " + Arrays
				.stream(values()).map(Commands::key).collect(Collectors.joining(", ")) +
				", got '" + key + "'."));
	}
}
