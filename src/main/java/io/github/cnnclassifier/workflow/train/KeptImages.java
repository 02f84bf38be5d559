
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.github.cnnclassifier.archive.KeptTraining;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.Survey;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.Legible;
import io.github.cnnclassifier.failure.UserFailure;

/** The images of a training that goes on: the same ones, on the same sides. */
final class KeptImages {

	private KeptImages() {}

	/** @return by which they are known again */
	static KeptTraining.Images of(final TrainingData data) {
		final Split split = data.split();
		final Map<String, List<String>> sides = new LinkedHashMap<>();
		split.hashes().forEach((side, hashes) -> sides.put(side.label(), hashes));
		final Set<String> others = new TreeSet<>();
		for (final SurveyedSample sample : data.survey().samples()) {
			if (split.sideOf(sample.contentHash()) == null) others.add(sample
				.contentHash());
		}
		return new KeptTraining.Images(data.survey().fingerprint(), sides, List
			.copyOf(others), data.grouping().rule());
	}

	/**
	 * @param kept of the training
	 * @param file that they come from, for messages
	 * @return where each of them was
	 */
	static FormerSplit split(final KeptTraining.Images kept, final Path file) {
		final Map<Side, List<String>> hashes = new EnumMap<>(Side.class);
		for (final Side side : Side.values())
			hashes.put(side, kept.sides().getOrDefault(side.label(), List.of()));
		return new FormerSplit(Split.ofHashes(hashes), true, file);
	}

	/**
	 * @param kept of the training
	 * @param now what is there
	 * @param model the file, for messages
	 * @param corrections how their list was changed since, part of a sentence;
	 *          empty if it was not
	 * @throws UserFailure if they are not the same
	 */
	static void requireSame(final KeptTraining.Images kept, final Survey now,
		final Path model, final Optional<String> corrections)
	{
		if (now.fingerprint().equals(kept.fingerprint())) return;
		final Set<String> missing = new HashSet<>(kept.others());
		kept.sides().values().forEach(missing::addAll);
		final Set<String> known = Set.copyOf(missing);
		String example = "";
		int added = 0;
		for (final SurveyedSample sample : now.samples()) {
			missing.remove(sample.contentHash());
			if (known.contains(sample.contentHash())) continue;
			if (added++ == 0) example = ", such as '" + Legible.quote(sample.sample()
				.name()) + "'";
		}
		final boolean moved = added == 0 && missing.isEmpty();
		final String difference = moved
			? "some are in another class, or are more or fewer copies" : added +
				" are new or were changed" + example + ", " + missing.size() +
				" are missing or were changed";
		throw new UserFailure("The images in '" + now.images().origin() +
			"' are not those that this training began with: " + difference +
			corrections.map(change -> "; " + change).orElse("") +
			". Put back what was there to resume it. To learn from the images as they " +
			"are now, train anew; start=" + model + " with another file for model " +
			"goes on from what was learned.");
	}
}
