
package io.github.cnnclassifier.ui.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.workflow.ModelsFolder;
import io.github.cnnclassifier.workflow.train.LastSides;
import io.github.cnnclassifier.workflow.train.ModelPlace;
import io.github.cnnclassifier.workflow.train.SidesWish;
import io.github.cnnclassifier.workflow.train.TrainingPreview;
import io.github.cnnclassifier.workflow.train.TrainingSides;

/**
 * All that is set for a training, as it was when somebody last touched it.
 *
 * @param keys that are set beside images, classes and model
 * @param values as the command gets them: what is missing has its default
 * @param left classes that are left out
 * @param place of the model
 */
record Judging(Map<String, String> keys, Map<String, String> values,
		List<String> left, ModelPlace place)
{

	/**
	 * What follows from everything that is set.
	 *
	 * @param sides empty if there are none
	 * @param problem why there can be no training; empty if there can
	 * @param free a name to offer; null for none
	 */
	record Judged(Optional<TrainingSides> sides, String problem, String free) {

		/** @param problem why there can be no training */
		static Judged impossible(final String problem) {
			return new Judged(Optional.empty(), problem, null);
		}

		boolean isPossible() {
			return problem.isEmpty() && sides.isPresent();
		}
	}

	/**
	 * May take a while.
	 *
	 * @param seen the images
	 * @param sides divides them, if that is not done yet
	 * @param host is asked too
	 */
	Judged of(final TrainingPreview seen, final LastSides sides,
		final TrainingHost host)
	{
		final boolean overwrite = Boolean.parseBoolean(keys.get("overwrite"));
		final Optional<String> name = place.objection(overwrite).map(
			host::inLabels);
		final Optional<String> problem = name.or(() -> host.objection(values));
		try {
			// without a name there is no file whose split could be kept
			final Path file = name.isPresent() ? ModelsFolder.ofUser() : place.file();
			final TrainingSides divided = sides.of(seen, SidesWish.of(keys, Set
				.copyOf(left), file));
			return new Judged(Optional.of(divided), problem.orElse(""), free(name
				.isPresent()));
		}
		catch (final UserFailure e) {
			// the host names fields as the window does
			return new Judged(Optional.empty(), problem.orElseGet(() -> host.inLabels(
				WindowWords.of(e.getMessage()))), free(name.isPresent()));
		}
	}

	private String free(final boolean refused) {
		try {
			return refused && place.isTaken() ? place.free().name() : null;
		}
		catch (final UserFailure e) {
			// there is no name to make another one of
			return null;
		}
	}
}
