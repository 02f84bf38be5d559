
package io.github.cnnclassifier.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.launch.Commands;

/** Which commands there are and how they are called. */
final class Usage {

	private static final Set<String> ASKING = Set.of("help", "-h", "--help");

	private Usage() {}

	static boolean isAskedFor(final String word) {
		return ASKING.contains(word);
	}

	/**
	 * @param key of a command
	 * @return the command
	 * @throws WrongUsage if there is none that the start script runs
	 */
	static Commands command(final String key) {
		return commands().stream().filter(c -> c.key().equals(key)).findFirst()
			.orElseThrow(() -> new WrongUsage("Expected one of the commands " +
				commands().stream().map(Commands::key).collect(Collectors.joining(
					", ")) + ", imagej, demo; found '" + key + "'."));
	}

	static String text() {
		return """
				Usage: cnn-classifier COMMAND key=value ...

				  inspect images=DIR output=DIR              look at images before training
				  train images=DIR model=FILE.zip            learn from labeled images
				  evaluate images=DIR model=FILE.zip output=DIR   figures and a report
				  classify-image image=FILE model=FILE.zip
				  classify-rois image=FILE rois=FILE.zip model=FILE.zip output=FILE.csv
				  map-classes image=FILE model=FILE.zip output=FILE.tif   a class for each pixel
				  classify-folder images=DIR model=FILE.zip output=FILE.csv
				  preprocess image=FILE model=FILE.zip output=FILE.tif
				  save-rois image=FILE rois=FILE.zip output=DIR   regions as training images
				  preview-augmentation image=FILE augmentation=NAME output=FILE.tif
				  info model=FILE.zip
				  fetch name=mnist output=DIR                labeled images to try on
				  imagej                                     open ImageJ with the plugin
				  demo                                       the whole way on sample images

				model=digits is the digit classifier that comes along.
				Exit status: 0 all well, 1 failure, 2 wrong usage, 3 some files failed.""";
	}

	/** Without those that only change what ImageJ shows. */
	private static List<Commands> commands() {
		return Arrays.stream(Commands.values()).filter(
			c -> c != Commands.DIGIT_SAMPLE && c != Commands.UNDO_CLASSIFY_ROIS)
			.toList();
	}
}
