
package io.github.cnnclassifier.workflow.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.model.ClassifierDescription;
import io.github.cnnclassifier.workflow.StoredSplit;

/**
 * Decides which labeled images are evaluated: first by what the images declare
 * themselves, then, after they have been read, by the split stored in the
 * model.
 */
final class PartSelection {

	/**
	 * The images to evaluate.
	 *
	 * @param samples at least one
	 * @param side in a word or two, such as "test side" or "all images"
	 * @param description which they are and why, in words
	 * @param warnings sentences for the user
	 * @param trained names of the samples that the model has learned from
	 */
	record Selected(List<SurveyedSample> samples, String side, String description,
			List<String> warnings, Set<String> trained)
	{
	}

	/** From this share on, images count as the model's own. */
	private static final double OWN_SHARE = 0.5;

	private static final String ALL = "all images";

	private final LabeledImages candidates;
	private final EvaluatedPart part;
	private final boolean declared;
	private final Split stored;
	private final Set<String> learned;
	private final boolean tellsAllBefore;
	private final String leak;
	private final List<String> labels;
	private final boolean allowTrained;

	private PartSelection(final LabeledImages candidates,
		final EvaluatedPart part, final boolean declared,
		final ClassifierDescription model, final boolean allowTrained)
	{
		this.candidates = candidates;
		this.part = part;
		this.declared = declared;
		this.stored = StoredSplit.of(model);
		this.learned = StoredSplit.learned(model);
		this.tellsAllBefore = StoredSplit.tellsAllLearned(model);
		this.leak = model.training().dataset().grouping().leak();
		this.labels = model.labels().names();
		this.allowTrained = allowTrained;
	}

	/**
	 * @param images as they were found
	 * @param part asked for
	 * @param model tells which images it has learned from
	 * @param allowTrained whether these may be evaluated as a test
	 * @return what remains to be read
	 * @throws UserFailure if the images declare sides but not the one asked for
	 */
	static PartSelection of(final LabeledImages images, final EvaluatedPart part,
		final ClassifierDescription model, final boolean allowTrained)
	{
		final boolean declares = images.samples().stream().anyMatch(s -> s
			.declaredSide() != null);
		final Side wanted = part == EvaluatedPart.AUTO ? Side.TEST : part.side();
		if (!declares || wanted == null) return new PartSelection(images, part,
			false, model, allowTrained);
		final List<Sample> wantedSamples = images.samples().stream().filter(s -> s
			.declaredSide() == wanted).toList();
		// A validation side is taken from training images when none is declared,
		// so only the model knows which ones.
		final boolean onlyTheModelKnows = wantedSamples.isEmpty() ||
			wanted == Side.TRAINING && images.samples().stream().noneMatch(s -> s
				.declaredSide() == Side.VALIDATION);
		if (onlyTheModelKnows) return new PartSelection(images, part, false, model,
			allowTrained);
		return new PartSelection(images.among(wantedSamples), part, true, model,
			allowTrained);
	}

	/** @return the images to read */
	LabeledImages candidates() {
		return candidates;
	}

	/**
	 * @param samples the candidates that could be read
	 * @return those to evaluate
	 * @throws UserFailure if none remains, or some were learned from and that is
	 *           not allowed
	 */
	Selected among(final List<SurveyedSample> samples) {
		if (declared) return selected(samples, EvaluatedPart.nameOf(side()),
			"the images' own " + label() + " side", samples);
		if (part != EvaluatedPart.ALL && !stored.knowsContents())
			throw new UserFailure("Expected images that declare a " + label() +
				" side, or a model that knows the images it was trained with; one of " +
				"an earlier version has them in a form that is no longer known. Use " +
				"split=all if it has not seen these images.");
		final long known = samples.stream().filter(this::isKnown).count();
		final boolean own = known > 0 && known >= OWN_SHARE * samples.size();
		if (part == EvaluatedPart.ALL || part == EvaluatedPart.AUTO && !own)
			return selected(samples, ALL, ALL, samples);
		if (!own) throw new UserFailure("Expected images that declare a " +
			label() + " side or that the model was trained with; of these " + samples
				.size() + " images the model knows " + known +
			". Use split=all to evaluate all of them.");
		final Side wanted = side();
		final List<SurveyedSample> chosen = samples.stream().filter(s -> stored
			.sideOf(s.contentHash()) == wanted).toList();
		if (chosen.isEmpty() && part == EvaluatedPart.AUTO) return selected(samples,
			ALL, "all images, as none of them is on the model's test side", samples);
		if (chosen.isEmpty()) throw new UserFailure((!stored.hashes().get(wanted)
			.isEmpty() ? "None of these " + samples.size() +
				" images is on the model's " + label() + " side."
				: "The model was trained without a " + label() + " side.") + " Use " +
			(wanted == Side.VALIDATION ? "" : "split=validation or ") + "split=all.");
		return selected(chosen, EvaluatedPart.nameOf(wanted), "the " + label() +
			" side that was stored in the model when it was trained", samples);
	}

	private Selected selected(final List<SurveyedSample> chosen,
		final String side, final String description, final List<SurveyedSample> all)
	{
		final List<String> warnings = new ArrayList<>();
		final List<String> trained = chosen.stream().filter(this::isTrained).map(
			s -> s.sample().name()).toList();
		if (!trained.isEmpty() && !allowTrained && !part.isOtherThanTest())
			throw TrainedImages.refusal(trained.size(), chosen.size(), trained.get(0),
				all.stream().anyMatch(s -> !isTrained(s) && stored.sideOf(s
					.contentHash()) == Side.TEST)
						? "Take other images, or those that were kept aside, with split=test."
						: "Take other images.");
		final Set<String> known = new LinkedHashSet<>(labels);
		known.addAll(candidates.labels());
		MissingClasses.warning(known, chosen.stream().map(s -> s.sample().label())
			.toList()).ifPresent(warnings::add);
		candidates.corrections().caveat().ifPresent(warnings::add);
		if (!stored.knowsContents()) warnings.add(
			"The model is of an earlier version, " +
				"and it is no longer known which images it was trained with: if some of " +
				"these were among them, the figures are too good.");
		else if (!tellsAllBefore) warnings.add("It is not recorded which images " +
			"the model that this one started from had learned from: if some of " +
			"these were among them, the figures are too good.");
		if (!leak.isEmpty()) warnings.add(chosen.stream().anyMatch(this::isKnown)
			? leak : "The model's own figures are too good, as its sides were not " +
				"kept apart. These ones are, too, if some of the evaluated images " +
				"belong to images it learned from.");
		return new Selected(chosen, side, chosen.size() + " images: " +
			description + (all.size() > chosen.size() ? ", out of " + all.size()
				: ""), warnings, Set.copyOf(trained));
	}

	private boolean isTrained(final SurveyedSample sample) {
		return learned.contains(sample.contentHash());
	}

	private boolean isKnown(final SurveyedSample sample) {
		return stored.sideOf(sample.contentHash()) != null;
	}

	private String label() {
		return side().label();
	}

	private Side side() {
		return part == EvaluatedPart.AUTO ? Side.TEST : part.side();
	}
}
