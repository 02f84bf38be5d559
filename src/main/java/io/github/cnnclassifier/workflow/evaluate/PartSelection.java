
package io.github.cnnclassifier.workflow.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.cnnclassifier.dataset.source.LabeledImages;
import io.github.cnnclassifier.dataset.source.Sample;
import io.github.cnnclassifier.dataset.source.Side;
import io.github.cnnclassifier.dataset.split.Split;
import io.github.cnnclassifier.dataset.survey.SurveyedSample;
import io.github.cnnclassifier.failure.UserFailure;

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
	 */
	record Selected(List<SurveyedSample> samples, String side, String description,
			List<String> warnings)
	{
	}

	/** From this share on, images count as the model's own. */
	private static final double OWN_SHARE = 0.5;

	private static final String ALL = "all images";

	private final LabeledImages candidates;
	private final EvaluatedPart part;
	private final boolean declared;
	private final Split stored;
	private final Set<Side> learnedFrom;
	private final String leak;

	private PartSelection(final LabeledImages candidates,
		final EvaluatedPart part, final boolean declared, final Split stored,
		final Set<Side> learnedFrom, final String leak)
	{
		this.candidates = candidates;
		this.part = part;
		this.declared = declared;
		this.stored = stored;
		this.learnedFrom = learnedFrom;
		this.leak = leak;
	}

	/**
	 * @param images as they were found
	 * @param part asked for
	 * @param stored the split of the model
	 * @param learnedFrom the sides that its weights come from
	 * @param leak why figures on the model's own images are too good; may be
	 *          empty
	 * @return what remains to be read
	 * @throws UserFailure if the images declare sides but not the one asked for
	 */
	static PartSelection of(final LabeledImages images, final EvaluatedPart part,
		final Split stored, final Set<Side> learnedFrom, final String leak)
	{
		final boolean declares = images.samples().stream().anyMatch(s -> s
			.declaredSide() != null);
		final Side wanted = part == EvaluatedPart.AUTO ? Side.TEST : part.side();
		if (!declares || wanted == null) return new PartSelection(images, part,
			false, stored, learnedFrom, leak);
		final List<Sample> wantedSamples = images.samples().stream().filter(s -> s
			.declaredSide() == wanted).toList();
		// A validation side is taken from training images when none is declared,
		// so only the model knows which ones.
		final boolean onlyTheModelKnows = wantedSamples.isEmpty() ||
			wanted == Side.TRAINING && images.samples().stream().noneMatch(s -> s
				.declaredSide() == Side.VALIDATION);
		if (onlyTheModelKnows) return new PartSelection(images, part, false, stored,
			learnedFrom, leak);
		return new PartSelection(images.among(wantedSamples), part, true, stored,
			learnedFrom, leak);
	}

	/** @return the images to read */
	LabeledImages candidates() {
		return candidates;
	}

	/**
	 * @param samples the candidates that could be read
	 * @return those to evaluate
	 * @throws UserFailure if none remains
	 */
	Selected among(final List<SurveyedSample> samples) {
		if (declared) return selected(samples, label() + " side",
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
		final Side wanted = part == EvaluatedPart.AUTO ? Side.TEST : part.side();
		final List<SurveyedSample> chosen = samples.stream().filter(s -> stored
			.sideOf(s.contentHash()) == wanted).toList();
		if (chosen.isEmpty() && part == EvaluatedPart.AUTO) return selected(samples,
			ALL, "all images, as none of them is on the model's test side", samples);
		if (chosen.isEmpty()) throw new UserFailure((!stored.hashes().get(wanted)
			.isEmpty() ? "None of these " + samples.size() +
				" images is on the model's " + label() + " side."
				: "The model was trained without a " + label() + " side.") + " Use " +
			(wanted == Side.VALIDATION ? "" : "split=validation or ") + "split=all.");
		return selected(chosen, label() + " side", "the " + label() +
			" side that was stored in the model when it was trained", samples);
	}

	private Selected selected(final List<SurveyedSample> chosen,
		final String side, final String description, final List<SurveyedSample> all)
	{
		final List<String> warnings = new ArrayList<>();
		final Side wanted = part == EvaluatedPart.AUTO ? Side.TEST : part.side();
		final long seen = chosen.stream().map(s -> stored.sideOf(s.contentHash()))
			.filter(known -> known != null && learnedFrom.contains(known)).count();
		if (seen > 0 && wanted != Side.TRAINING) warnings.add(seen + " of the " +
			chosen.size() +
			" evaluated images were used to train the model: the figures are too good.");
		final Set<String> missing = new LinkedHashSet<>(candidates.labels());
		chosen.forEach(s -> missing.remove(s.sample().label()));
		if (!missing.isEmpty() && !chosen.isEmpty()) warnings.add(
			"No image is evaluated of " + missing.stream().map(label -> "'" + label +
				"'").collect(Collectors.joining(", ")) +
				": the figures say nothing of " + (missing.size() == 1 ? "it."
					: "these classes."));
		candidates.corrections().caveat().ifPresent(warnings::add);
		if (!stored.knowsContents()) warnings.add(
			"The model is of an earlier version, " +
				"and it is no longer known which images it was trained with: if some of " +
				"these were among them, the figures are too good.");
		if (!leak.isEmpty()) warnings.add(chosen.stream().anyMatch(this::isKnown)
			? leak : "The model's own figures are too good, as images that belong " +
				"together were on several sides of its split. These ones are, too, " +
				"if some of the evaluated images belong to images it learned from.");
		return new Selected(chosen, side, chosen.size() + " images: " +
			description + (all.size() > chosen.size() ? ", out of " + all.size()
				: ""), warnings);
	}

	private boolean isKnown(final SurveyedSample sample) {
		return stored.sideOf(sample.contentHash()) != null;
	}

	private String label() {
		return (part == EvaluatedPart.AUTO ? Side.TEST : part.side()).label();
	}
}
