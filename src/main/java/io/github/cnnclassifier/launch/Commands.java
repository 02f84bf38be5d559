
package io.github.cnnclassifier.launch;

import java.util.Arrays;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.WrongUsage;

/**
 * Every command that is in the menus, with the words that are permanent: the
 * label is what macros call, the key what plugins.config and the start script
 * say.
 */
public enum Commands {

		/** Tells what there is to know of training images. */
		INSPECT("inspect", Commands.MENU, "Inspect CNN Training Images...",
			"InspectCommand"),

		/** Trains a classifier. */
		TRAIN("train", Commands.MENU, "Train CNN Classifier...", "TrainCommand"),

		/** Measures a classifier. */
		EVALUATE("evaluate", Commands.MENU, "Evaluate CNN Classifier...",
			"EvaluateCommand"),

		/** Classifies the open image. */
		CLASSIFY_IMAGE("classify-image", Commands.MENU,
			"Classify Image with CNN...", "ClassifyImageCommand"),

		/** Classifies the ROIs of the open image. */
		CLASSIFY_ROIS("classify-rois", Commands.MENU, "Classify ROIs with CNN...",
			"ClassifyRoisCommand"),

		/** Gives classified ROIs back what they had before. */
		UNDO_CLASSIFY_ROIS("undo-classify-rois", Commands.MENU,
			"Undo Classify ROIs with CNN", "UndoClassifyRoisCommand"),
		/** Gives every pixel of the open image a class. */
		MAP_CLASSES("map-classes", Commands.MENU, "Map Classes with CNN...",
			"MapClassesCommand"),

		/** Classifies all images of a folder. */
		CLASSIFY_FOLDER("classify-folder", Commands.MENU,
			"Classify Folder with CNN...", "ClassifyFolderCommand"),

		/** Shows what the network sees. */
		PREPROCESS("preprocess", Commands.MENU, "Preprocess Image for CNN...",
			"PreprocessImageCommand"),

		/** Saves regions as training images. */
		SAVE_ROIS("save-rois", Commands.MENU, "Save ROIs as CNN Training Images...",
			"SaveRoisCommand"),
		/** Shows what random changes make of the open image. */
		PREVIEW_AUGMENTATION("preview-augmentation", Commands.MENU,
			"Preview CNN Augmentation...", "PreviewAugmentationCommand"),

		/** Describes a model file. */
		INFO("info", Commands.MENU, "CNN Classifier Info...", "InfoCommand"),

		/** Fetches a public data set. */
		FETCH("fetch", Commands.MENU, "Fetch CNN Sample Data...", "FetchCommand"),

		/** Opens a handwritten digit. */
		DIGIT_SAMPLE("digit-sample", Commands.SAMPLES, "Handwritten Digit (CNN)",
			"DigitSampleCommand");

	private static final String MENU = "Plugins>CNN Classifier";
	private static final String SAMPLES = "File>Open Samples";
	private static final String PACKAGE = "io.github.cnnclassifier.command.";

	private final String key;
	private final String menu;
	private final String label;
	private final String simpleName;

	Commands(final String key, final String menu, final String label,
		final String simpleName)
	{
		this.key = key;
		this.menu = menu;
		this.label = label;
		this.simpleName = simpleName;
	}

	/** @return for instance "train" */
	public String key() {
		return key;
	}

	/** @return the menu, levels separated by &gt; */
	public String menu() {
		return menu;
	}

	/** @return the text in the menu, and the first argument of run() */
	public String label() {
		return label;
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
