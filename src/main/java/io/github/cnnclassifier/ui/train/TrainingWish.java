
package io.github.cnnclassifier.ui.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.workflow.folder.CommaList;
import io.github.cnnclassifier.workflow.train.ModelPlace;

/**
 * What another window wants to be trained: images, or a whole training with its
 * settings. Immutable.
 *
 * @param values of keys as texts; copied
 * @param whole whether keys that are not named get their defaults; else they
 *          stay as they are
 * @param remark what a person must know of it, whole sentences; may be empty
 */
public record TrainingWish(Map<String, String> values, boolean whole,
		String remark)
{

	private static final String IMAGES = "images";
	private static final String EXCLUDE = "exclude";
	private static final String MODEL = "model";
	private static final String ENDING = ".zip";

	/** Copies the values. */
	public TrainingWish {
		values = Map.copyOf(values);
	}

	/**
	 * @param images labeled ones
	 * @return the wish to train with them, however that is set
	 */
	public static TrainingWish ofImages(final Path images) {
		return new TrainingWish(Map.of(IMAGES, images.toAbsolutePath().normalize()
			.toString()), false, "");
	}

	/** @return empty if other images are not wanted */
	Optional<Path> images() {
		return Optional.ofNullable(values.get(IMAGES)).map(Path::of).map(
			path -> path.toAbsolutePath().normalize());
	}

	/** @return classes that are left out */
	List<String> exclude() {
		return CommaList.parse(values.getOrDefault(EXCLUDE, ""));
	}

	/** @return empty if nothing is said of it */
	Optional<ModelPlace> model() {
		return Optional.ofNullable(values.get(MODEL)).map(file -> {
			final Path path = Path.of(file).toAbsolutePath();
			final String name = path.getFileName().toString();
			return new ModelPlace(path.getParent().toString(), name.endsWith(ENDING)
				? name.substring(0, name.length() - ENDING.length()) : name);
		});
	}
}
