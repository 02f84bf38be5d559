
package io.github.cnnclassifier.archive;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.cnnclassifier.model.NetworkSpec;
import io.github.cnnclassifier.training.TrainingResult;
import io.github.cnnclassifier.training.TrainingState;

/**
 * A training that was begun and has not ended: all that is needed to go on with
 * it, but the images.
 *
 * @param request what was asked for, by the names of the keys; copied
 * @param images what it learns from
 * @param first how its first run ended, once the second one has begun, which
 *          learns from all images; empty before
 * @param run the network that learns; empty before its first step
 */
public record KeptTraining(Map<String, String> request, Images images,
		Optional<FirstRun> first, Optional<Run> run)
{

	/** Copies the request. */
	public KeptTraining {
		request = Collections.unmodifiableMap(new LinkedHashMap<>(request));
	}

	/**
	 * The images of a training, by their contents.
	 *
	 * @param fingerprint of contents and classes
	 * @param sides content hashes by the label of the side; copied
	 * @param others content hashes of images that are on no side; copied
	 * @param groups the rule by which they were grouped
	 */
	public record Images(String fingerprint, Map<String, List<String>> sides,
			List<String> others, String groups)
	{

		/** Copies map and list. */
		public Images {
			sides = Collections.unmodifiableMap(new LinkedHashMap<>(sides));
			others = List.copyOf(others);
		}
	}

	/**
	 * A run that has ended.
	 *
	 * @param model fingerprint of the model that it left
	 * @param result how it ended
	 */
	public record FirstRun(String model, TrainingResult result) {
	}

	/**
	 * A run that goes on.
	 *
	 * @param spec its network
	 * @param state between two epochs
	 */
	public record Run(NetworkSpec spec, TrainingState state) {
	}
}
