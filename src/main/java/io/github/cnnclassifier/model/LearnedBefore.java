
package io.github.cnnclassifier.model;

import java.util.List;
import java.util.Map;

/**
 * Which images a classifier knows from before its own training: those that the
 * model it started from has learned from, and the one before that, and so on.
 *
 * @param images content hashes as in {@link DatasetRecord#split}, sorted; also
 *          of images that are among its own; copied
 * @param complete whether these are all; false if one of the models does not
 *          tell
 */
public record LearnedBefore(List<String> images, boolean complete) {

	/** Of a classifier that started from random weights. */
	public static final LearnedBefore NONE = new LearnedBefore(List.of(), true);

	/** Of a classifier that started from another one and does not tell more. */
	public static final LearnedBefore UNKNOWN = new LearnedBefore(List.of(),
		false);

	/** The setting that names the model from which a training started. */
	public static final String START = "start";

	/** The setting with the fingerprint of that model. */
	public static final String PARENT = "parent";

	/** That model, if it is the one that comes along, known for its images. */
	private static final String BACKBONE = "backbone";

	/** Copies the list. */
	public LearnedBefore {
		images = List.copyOf(images);
	}

	/**
	 * @param settings of a training of which it is not recorded
	 * @return what is known nevertheless; the images of the backbone that comes
	 *         along are told in its model card
	 */
	public static LearnedBefore notRecorded(final Map<String, String> settings) {
		return settings.containsKey(PARENT) && !BACKBONE.equals(settings.get(START))
			? UNKNOWN : NONE;
	}
}
