
package io.github.cnnclassifier.workflow.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.Mend;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.workflow.OpenModel;
import io.github.cnnclassifier.workflow.StoredSplit;

/**
 * The images that a model knows from which a training starts. What it has
 * learned from is no test of what starts from it.
 *
 * @param model as the user has named it
 * @param split that it remembers of its own images
 * @param learned content hashes of all that it has learned from, or a model
 *          that it started from; copied
 * @param tellsAll whether these are all
 */
public record ParentImages(Path model, Split split, Set<String> learned,
		boolean tellsAll)
{

	/** What to begin with instead. */
	static final String OTHER_START =
		"begin with start=backbone or start=scratch";

	/** What it costs is said before it is chosen. */
	static final Mend INSIST = Mend.of(
		"Hold them out nevertheless (figures too " + "good)", "allowLeak", "true");

	/** Copies the set. */
	public ParentImages {
		learned = Set.copyOf(learned);
	}

	/**
	 * @param start of a training
	 * @return what its model knows; empty unless it starts from a model that the
	 *         user has named
	 * @throws UserFailure if that cannot be used
	 */
	public static Optional<ParentImages> of(final StartChoice start) {
		if (start.kind() != StartChoice.Kind.MODEL) return Optional.empty();
		final ClassifierDescription description = OpenModel.describe(start.model());
		return Optional.of(new ParentImages(start.model(), StoredSplit.of(
			description), StoredSplit.learned(description), StoredSplit
				.tellsAllLearned(description)));
	}

	/** @return the name of its file in quotes, for what is kept in a model */
	String quoted() {
		return "'" + model.getFileName() + "'";
	}

	boolean hasLearned(final SurveyedSample sample) {
		return learned.contains(sample.contentHash());
	}

	boolean knows(final SurveyedSample sample) {
		return hasLearned(sample) || split.sideOf(sample.contentHash()) != null;
	}

	/** @param told a warning if nobody can know what it has learned from */
	void tellIfUnknown(final Consumer<String> told) {
		if (!tellsAll) told.accept("Warning: it is not recorded which images the " +
			"model '" + model + "', from which the training starts, or one that it " +
			"started from has learned from. If some of these are among them, figures " +
			"on the validation and the test side are too good.");
	}

	/**
	 * For whoever holds out all images in turn, or trains on parts of them: a
	 * model that knows some already tells nothing there.
	 *
	 * @param samples that are held out
	 * @param why they must be new to the model, part of a sentence
	 * @param allowed whether the user insists
	 * @param insisting how to insist, a sentence; empty if that is not possible
	 * @param told a warning if nobody can know
	 * @return why the figures are too good, a sentence; empty if they are not
	 * @throws UserFailure if the model has learned from some of them and the user
	 *           does not insist
	 */
	public String leakOf(final List<SurveyedSample> samples, final String why,
		final boolean allowed, final String insisting, final Consumer<String> told)
	{
		tellIfUnknown(told);
		final List<SurveyedSample> known = samples.stream().filter(this::hasLearned)
			.toList();
		if (known.isEmpty()) return "";
		if (!allowed) throw new UserFailure("Expected images that the model '" +
			model + "', from which each training starts, has not learned from, " +
			why + "; it has learned from " + known.size() + " of these " + samples
				.size() + ", such as '" + known.get(0).sample().name() +
			"'. Take other images, or " + OTHER_START + "." + (insisting.isEmpty()
				? "" : " " + insisting), insisting.isEmpty() ? List.of() : List.of(
					INSIST));
		return "The model " + quoted() + ", from which each training starts, has " +
			"learned from " + known.size() + " of these " + samples.size() +
			" images: the figures are too good.";
	}
}
