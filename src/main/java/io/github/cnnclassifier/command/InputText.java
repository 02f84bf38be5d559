
package io.github.cnnclassifier.command;

/**
 * What dialogs say of inputs that several commands have, so that the same thing
 * is called the same everywhere. A constant that ends with HELP is the text
 * behind the Help button.
 */
final class InputText {

	static final String LABELED_IMAGES = "Labeled images";
	static final String LABELED_IMAGES_HELP =
		"A folder with one sub-folder per class or with MNIST-like IDX " +
			"files, or a CSV list with the columns path and class";
	static final String EXCLUDE = "Exclude classes (comma-separated)";
	static final String EXCLUDE_HELP = "Folders of these names are left out";
	static final String CORRECTIONS = "Corrections";
	static final String CORRECTIONS_HELP =
		"Whether corrections.csv beside the images counts, the list of what " +
			"somebody has corrected";
	static final String MODEL_HELP =
		"A model file, or digits, the classifier of handwritten digits " +
			"that comes along";
	static final String CHANNELS = "Channels (auto, gray, rgb, as-is, or 1,3)";
	static final String CHANNELS_HELP =
		"auto takes images like those of the training; gray, rgb, " +
			"as-is and a list of channels convert others";
	static final String PLANES = "Planes of a stack";
	static final String RANGE = "Intensity range (auto or MIN..MAX)";
	static final String RANGE_HELP =
		"The pixel values that correspond to the model's own range, " +
			"such as 112..4095; auto takes them as they are";
	static final String PIXEL_SIZE = "Pixel size";
	static final String PIXEL_SIZE_HELP =
		"auto refuses images of clearly another pixel size than the " +
			"training images had; match resamples them; ignore takes them " +
			"as they are";
	static final String THRESHOLD = "Unknown below a confidence of (or auto)";
	static final String THRESHOLD_HELP =
		"A number from 0 to 1: answers that are less sure are called unknown, " +
			"and 0 takes all; auto: the threshold that the model suggests";
	static final String UNLIKE = "Images unlike the training images";
	static final String UNLIKE_HELP =
		"auto: their class is unknown, where the model tells them; " +
			"mark: tables tell how unlike they are; off: nothing is said";
	static final String FEATURES = "Save features as (optional)";
	static final String FEATURES_HELP =
		"A CSV file: one row each with the numbers f1, f2 and so on that the " +
			"network's last layer sees, for clustering and statistics";
	static final String REGIONS = "Regions";
	static final String REGIONS_HELP =
		"auto: a new selection, else the ROI Manager if it has any, else " +
			"the overlay; labels: a label image, named below";
	static final String ROI_FILE = "ROI or label file (optional)";
	static final String ROI_FILE_HELP =
		"A .roi file, a zip of them or a label image, instead of the " +
			"ROIs in ImageJ";
	static final String LABEL_IMAGE = "Title of an open label image (optional)";
	static final String LABEL_IMAGE_HELP = "Each value above 0 in it is a region";
	static final String MARGIN = "Margin in pixels";
	static final String MASKED = "Set pixels outside the outline to 0";
	static final String OVERWRITE_HELP = "Otherwise an existing file is an error";

	private InputText() {}
}
